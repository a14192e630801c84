import type { ChargePart } from '../phrases/findings.ts';
import type { Encounter } from '../types.ts';
import { change, mendable, row, rule } from './rule.ts';

/** Every charge of the whole placement: what is known of it in cents, and the parts that nobody has said. */
export const chargesOf = ({
  request: { wishes },
  site: { offer },
  program,
}: Encounter): { readonly knownCents: number; readonly unknown: readonly ChargePart[] } => {
  const fee = offer.terms.feeCents;
  const charge = wishes.programId === null ? 0 : (program?.chargeCents ?? null);
  const unknown: ChargePart[] = [];
  if (fee === null) unknown.push('host-fee');
  if (charge === null) unknown.push('program-charge');
  return { knownCents: (fee ?? 0) + (charge ?? 0), unknown };
};

export const R14 = rule({
  id: 'R14',
  kind: 'H',
  source: 'S',
  title: "All charges within the technologist's cap",
  rows: {
    'charges-over-cap': ['fail', 'the known part is over the cap'],
    'charges-unknown': ['ask', 'any part is not known'],
    'no-charges': ['pass', 'nothing to pay'],
    'cap-unknown': ['ask', 'the cap is left blank'],
    'charges-within-cap': ['pass', 'within the cap'],
  },
  judge: (pair) => {
    const cap = pair.request.wishes.maxChargesCents;
    const { knownCents: cents, unknown } = chargesOf(pair);
    if (cap !== null && cents > cap)
      return mendable(row('charges-over-cap', { cents, cap }), change('maxChargesCents', 'raise-cap', { cents }));
    if (unknown.length > 0) return row('charges-unknown', { parts: unknown });
    if (cents === 0) return row('no-charges');
    if (cap === null) return row('cap-unknown', { cents });
    return row('charges-within-cap', { cents, cap });
  },
});
