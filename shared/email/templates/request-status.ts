import { disciplineNames } from '../../domain/discipline.ts';
import type { RequestStatus } from '../../domain/placement-request.ts';
import { standingOfRequest } from '../../usecases/standing.ts';
import { button, paragraph, small, type MailContent } from '../content.ts';
import type { AboutRequest } from '../material.ts';
import { becauseOfRequest, greeting } from './phrases.ts';

const subjects: Record<RequestStatus, string> = {
  submitted: 'Your placement request waits for you to confirm it',
  confirmed: 'Your placement request is being matched',
  'in-review': 'Your placement request is in review',
  'on-hold': 'Your placement request is on hold',
  approved: 'Sites are being asked for you',
  placed: 'Your placement has started',
  completed: 'Your placement is complete',
  expired: 'Your placement request has ended',
  rejected: 'Your placement request was closed',
  withdrawn: 'You withdrew your placement request',
};

export const requestStatus = ({ request, underWay, page }: AboutRequest): MailContent => ({
  subject: subjects[request.status],
  preheader: `${disciplineNames[request.wishes.discipline]}: where it stands, and who acts next.`,
  blocks: [
    paragraph(greeting(request.contact.name)),
    paragraph(`This is about your request for a clinical site in ${disciplineNames[request.wishes.discipline]}.`),
    paragraph(standingOfRequest(request, underWay)),
    button('Open your status page', page),
    small('Is something unclear, or not as it should be? Reply to this mail: a person reads it.'),
  ],
  because: becauseOfRequest,
});
