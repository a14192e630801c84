import type * as z from 'zod';
import { Actor, AuditLine } from '../domain/audit.ts';
import { Credential, Discipline, Setting, Track } from '../domain/discipline.ts';
import { FacilityContact, FacilityProfile } from '../domain/facility.ts';
import { Mail, MailKind, MailStatus } from '../domain/mail.ts';
import { Suppression } from '../domain/suppression.ts';
import { MailingView } from './mailing.ts';
import { Invitation, NamedSite } from '../domain/named-site.ts';
import { DeclineReason, Offer, OfferId } from '../domain/offer.ts';
import {
  Adjustment,
  Approval,
  CountedRecords,
  Employment,
  IntroductionConsent,
  MatchSummary,
  PlacementRequest,
  TechnologistContact,
  Wishes,
} from '../domain/placement-request.ts';
import {
  Answer,
  CalendarDate,
  EmailAddress,
  FacilityId,
  HealthSystemId,
  Instant,
  Place,
  ProgramId,
  RequestId,
  RoundId,
  Zip,
} from '../domain/primitives.ts';
import { Affiliation, HealthSystem, HealthSystemTerms, Program, ProgramTerms } from '../domain/program.ts';
import { Figure, FigureTerms } from '../domain/requirements.ts';
import { Cover, HipaaEducation, HipaaSource, Insurance, PolicyType, Readiness } from '../domain/readiness.ts';
import { LineOutcome, RoundLine, RoundLineId, RoundPart } from '../domain/round.ts';
import { Ruling, Rulings } from '../domain/rulings.ts';
import { Block, RegularHours, WeeklyWindow } from '../domain/schedule.ts';
import {
  AffiliationDemand,
  HipaaDemand,
  InsuranceDemand,
  Intake,
  IntakeId,
  IntakeTerms,
  SiteOfferId,
  SiteOfferTerms,
} from '../domain/site-offer.ts';
import {
  AssessmentView,
  CaseView,
  CoverageView,
  FeasibilityView,
  NearMissView,
  QueueEntry,
  VerdictView,
} from './case.ts';
import { FacilityStatusName, OfferStatusName, Problem, RequestStatusName } from './common.ts';
import { FacilityView, OfferForFacility, SiteOfferView } from './facility-view.ts';
import { RequestExport } from './held-data.ts';
import { InvitationDecision } from './invitations.ts';
import { Brief, BriefAnswer } from './brief.ts';
import { RoundEntry, RoundLineView, RoundStatusName } from './rounds.ts';
import { OfferForTechnologist, RequestForTechnologist } from './technologist.ts';
import { FacilityEntry } from './vetting.ts';

/**
 * The schemas that the API's document names and refers to, so that each is described once. What others are made of
 * comes before them.
 */
export const components: Readonly<Record<string, z.ZodType>> = {
  RequestId,
  FacilityId,
  ProgramId,
  HealthSystemId,
  RoundId,
  OfferId,
  SiteOfferId,
  IntakeId,
  Instant,
  CalendarDate,
  Zip,
  EmailAddress,
  Answer,
  Discipline,
  Credential,
  Setting,
  Track,
  HipaaSource,
  PolicyType,
  DeclineReason,
  MailKind,
  MailStatus,
  RequestStatusName: RequestStatusName(),
  OfferStatusName: OfferStatusName(),
  FacilityStatusName: FacilityStatusName(),
  Place,
  WeeklyWindow,
  Block,
  RegularHours,
  Adjustment,
  Employment,
  HipaaEducation,
  Cover,
  Insurance,
  Readiness,
  IntroductionConsent,
  TechnologistContact,
  CountedRecords,
  NamedSite,
  Invitation,
  InvitationDecision: InvitationDecision(),
  Wishes,
  Approval,
  MatchSummary,
  Actor,
  AuditLine,
  Ruling,
  Rulings,
  PlacementRequest,
  InsuranceDemand,
  HipaaDemand,
  AffiliationDemand,
  SiteOfferTerms,
  IntakeTerms,
  Intake,
  FacilityContact,
  FacilityProfile,
  FigureTerms,
  Figure,
  Affiliation,
  ProgramTerms,
  Program,
  HealthSystemTerms,
  HealthSystem,
  Offer,
  Mail,
  Suppression,
  MailingView: MailingView(),
  RoundPart,
  RoundLineId,
  RoundLine,
  LineOutcome,
  RoundStatusName: RoundStatusName(),
  RoundEntry: RoundEntry(),
  RoundLineView: RoundLineView(),
  OfferForTechnologist: OfferForTechnologist(),
  RequestForTechnologist: RequestForTechnologist(),
  RequestExport: RequestExport(),
  SiteOfferView: SiteOfferView(),
  OfferForFacility: OfferForFacility(),
  FacilityView: FacilityView(),
  Brief: Brief(),
  BriefAnswer: BriefAnswer(),
  QueueEntry: QueueEntry(),
  FacilityEntry: FacilityEntry(),
  VerdictView: VerdictView(),
  FeasibilityView: FeasibilityView(),
  AssessmentView: AssessmentView(),
  NearMissView: NearMissView(),
  CoverageView: CoverageView(),
  CaseView: CaseView(),
  Problem: Problem(),
};
