import type * as z from 'zod';
import { Actor, AuditLine } from '../domain/audit.ts';
import { Credential, Discipline, Setting, Track } from '../domain/discipline.ts';
import { FacilityContact, FacilityProfile } from '../domain/facility.ts';
import { Mail, MailKind, MailStatus } from '../domain/mail.ts';
import { DeclineReason, Offer, OfferId } from '../domain/offer.ts';
import {
  Adjustment,
  Approval,
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
  Zip,
  RoundId,
} from '../domain/primitives.ts';
import { Affiliation, HealthSystem, HealthSystemTerms, Program, ProgramTerms } from '../domain/program.ts';
import { Cover, HipaaEducation, HipaaSource, Insurance, PolicyType, Readiness } from '../domain/readiness.ts';
import { Block, RegularHours, WeeklyWindow } from '../domain/schedule.ts';
import {
import { LineOutcome, RoundLine, RoundLineId, RoundPart } from '../domain/round.ts';
import { Ruling, Rulings } from '../domain/rulings.ts';
  AffiliationDemand,
  HipaaDemand,
  InsuranceDemand,
  Intake,
  IntakeId,
  IntakeTerms,
  SiteOfferId,
  SiteOfferTerms,
} from '../domain/site-offer.ts';
import { AssessmentView, CaseView, NearMissView, QueueEntry, VerdictView } from './case.ts';
import { OfferStatusName, Problem } from './common.ts';
import { FacilityEntry } from './coordinator.ts';
import { Brief, BriefAnswer, FacilityStatusName, FacilityView, OfferForFacility, SiteOfferView } from './facility.ts';
import { OfferForTechnologist, RequestForTechnologist, RequestStatusName } from './technologist.ts';

/**
 * The schemas that the API's document names and refers to, so that each is described once. What others are made of
 * comes before them.
 */
export const components: Readonly<Record<string, z.ZodType>> = {
  RequestId,
  FacilityId,
  ProgramId,
import { RoundEntry, RoundLineView, RoundStatusName } from './rounds.ts';
  HealthSystemId,
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
  RoundId,
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
  Wishes,
  Approval,
  MatchSummary,
  Actor,
  AuditLine,
  PlacementRequest,
  InsuranceDemand,
  HipaaDemand,
  AffiliationDemand,
  SiteOfferTerms,
  IntakeTerms,
  Intake,
  FacilityContact,
  FacilityProfile,
  Affiliation,
  ProgramTerms,
  Ruling,
  Rulings,
  Program,
  HealthSystemTerms,
  HealthSystem,
  Offer,
  Mail,
  OfferForTechnologist: OfferForTechnologist(),
  RequestForTechnologist: RequestForTechnologist(),
  SiteOfferView: SiteOfferView(),
  OfferForFacility: OfferForFacility(),
  FacilityView: FacilityView(),
  Brief: Brief(),
  BriefAnswer: BriefAnswer(),
  QueueEntry: QueueEntry(),
  FacilityEntry: FacilityEntry(),
  VerdictView: VerdictView(),
  AssessmentView: AssessmentView(),
  NearMissView: NearMissView(),
  CaseView: CaseView(),
  RoundPart,
  RoundLineId,
  RoundLine,
  LineOutcome,
  RoundStatusName: RoundStatusName(),
  RoundEntry: RoundEntry(),
  RoundLineView: RoundLineView(),
  Problem: Problem(),
};
