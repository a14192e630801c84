import { describe } from 'vitest';
import { coordinatorJourney } from './coordinator.ts';
import { facilityJourney } from './facility.ts';
import { useStage } from './stage.ts';
import { technologistJourney } from './technologist.ts';

/** Each audience's whole way through its pages, in a real browser: one service for all, because it takes seconds to start. */
const stage = useStage();

describe('a coordinator', () => {
  coordinatorJourney(stage);
});

describe('a technologist', () => {
  technologistJourney(stage);
});

describe('a facility', () => {
  facilityJourney(stage);
});
