import type { Rule } from '../types.ts';
import { A5, A6 } from './a05-records.ts';
import { A9 } from './a09-program-rules.ts';
import { R2 } from './r02-dates-and-seats.ts';
import { R3 } from './r03-employer-consent.ts';
import { R5, R6 } from './r05-liability.ts';
import { R8 } from './r08-hipaa.ts';
import { R12 } from './r12-hours.ts';
import { R14 } from './r14-charges.ts';
import { R15 } from './r15-pay.ts';
import { R16, R17 } from './r16-travel.ts';
import { R18 } from './r18-blocks.ts';
import { R19 } from './r19-volume.ts';
import { R20 } from './r20-finish.ts';
import { R21 } from './r21-open-sites.ts';
import { R22 } from './r22-employees-only.ts';
import { R23 } from './r23-people.ts';
import { R24 } from './r24-affiliation.ts';
import { R26 } from './r26-structured-education.ts';
import { R30 } from './r30-credential.ts';

/** Every rule that gives a verdict, in the order in which verdicts are shown. */
export const rules: readonly Rule[] = [
  R2,
  R3,
  R5,
  R6,
  R8,
  R12,
  R14,
  R15,
  R16,
  R17,
  R18,
  R19,
  R20,
  R21,
  R22,
  R23,
  R24,
  R26,
  R30,
  A5,
  A6,
  A9,
];
