import { partsOfAddress, withoutPlusPart } from './mailbox.ts';
import { ok, refuse, type Result } from './result.ts';

/**
 * Addresses that no technologist may file a request under: what is mailed there is somebody's shifts, readiness and
 * placement, and a link that acts in that person's name. Facilities may use addresses of a function: theirs is read by
 * whoever does that work.
 */
interface Unsuitable {
  /** What kind of address it is, as its writer is told. */
  readonly because: string;
  readonly is: (address: { readonly name: string; readonly local: string; readonly domain: string }) => boolean;
}

/** Lines of words, separated by spaces, as a set. */
const wordsOf = (...lines: readonly string[]): ReadonlySet<string> => new Set(lines.flatMap((line) => line.split(' ')));

/** Compared without dots, hyphens and underscores: `no-reply` is `noreply`. */
const functions = wordsOf(
  // RFC 2142, "Mailbox names for common services, roles and functions".
  'info marketing sales support abuse noc security postmaster hostmaster usenet news webmaster www uucp ftp',
  // Nobody reads them.
  'noreply donotreply mailerdaemon nobody null devnull bounce bounces',
  // Those who run a machine or a house read them.
  'admin administrator root sysadmin it helpdesk help service office contact team staff all everyone reception',
  'frontdesk billing accounts legal privacy compliance press media',
  // The employer or a school reads them, who may not know of the request (R3).
  'hr humanresources jobs careers recruiting recruitment scheduling education training students admissions',
  'imaging radiology mri ct xray sonography ultrasound mammography',
);

/** Of phone companies, which turn mail into text messages: no room for a mail, charged, and read on a locked screen. */
const phoneGateways = wordsOf(
  'vtext.com vzwpix.com txt.att.net mms.att.net tmomail.net messaging.sprintpcs.com pm.sprint.com email.uscc.net',
  'mms.uscc.net msg.fi.google.com txt.voice.google.com sms.cricketwireless.net mms.cricketwireless.net',
  'sms.myboostmobile.com myboostmobile.com mymetropcs.com vmobl.com mmst5.tracfone.com message.ting.com',
  'text.republicwireless.com sms.alltelwireless.com mms.alltelwireless.com cellcom.quiktxt.com mobile.celloneusa.com',
);

/** Whoever is on the list reads along, or its archive shows the link to everybody. */
const listDomain = /(^|\.)(googlegroups\.com|groups\.io|freelists\.org)$|^(lists?|listserv|groups?|mailman)\./;
const listName = /^(owner|listserv|listproc|majordomo|mailman|sympa)$|^owner-|-(owner|request|list|bounces|subscribe)$/;

const unsuitable: readonly Unsuitable[] = [
  { because: 'belongs to a function or a department, so that others read it', is: ({ name }) => functions.has(name) },
  { because: 'turns mail into text messages', is: ({ domain }) => phoneGateways.has(domain) },
  {
    because: 'looks like that of a mailing list, so that others read it',
    is: ({ local, domain }) => listDomain.test(domain) || listName.test(local),
  },
];

/** Refuses an address that is not one person's own; `field` is where it stands. */
export const checkedPersonalAddress = (field: string, email: string): Result<void> => {
  const { local: written, domain } = partsOfAddress(email);
  const local = withoutPlusPart(written);
  const found = unsuitable.find(({ is }) => is({ name: local.replaceAll(/[._-]/g, ''), local, domain }));
  return found === undefined
    ? ok(undefined)
    : refuse('invalid-input', {
        field,
        detail:
          `This address ${found.because}. What we mail is yours alone, and its links act in your name: ` +
          'please give an address that only you read, such as one at a mail provider of your own.',
      });
};
