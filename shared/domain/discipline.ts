import * as z from 'zod';

/** The post-primary certifications for which a site is sought. */
export const Discipline = z.enum(['CT', 'MRI', 'M', 'BD', 'VI', 'CI', 'BS', 'VS']);
export type Discipline = z.infer<typeof Discipline>;
export const disciplines = Discipline.options;

export const disciplineNames: Record<Discipline, string> = {
  CT: 'Computed Tomography',
  MRI: 'Magnetic Resonance Imaging',
  M: 'Mammography',
  BD: 'Bone Densitometry',
  VI: 'Vascular Interventional Radiography',
  CI: 'Cardiac Interventional Radiography',
  BS: 'Breast Sonography',
  VS: 'Vascular Sonography',
};

/** What a technologist holds already. `other` is a credential outside the list: whether it admits is a question. */
export const Credential = z.enum([
  'radiography',
  'mammography',
  'nuclear-medicine',
  'radiation-therapy',
  'sonography',
  'other',
]);
export type Credential = z.infer<typeof Credential>;

export const credentialNames: Record<Credential, string> = {
  radiography: 'Radiography (ARRT)',
  mammography: 'Mammography (ARRT)',
  'nuclear-medicine': 'Nuclear Medicine (ARRT or NMTCB)',
  'radiation-therapy': 'Radiation Therapy (ARRT)',
  sonography: 'Sonography (ARRT or ARDMS)',
  other: 'another credential',
};

/** Setting of a site; the source reports the first three with figures, the others exist too (R10). */
export const Setting = z.enum(['hospital', 'imaging-center', 'large-clinic', 'small-clinic', 'other']);
export type Setting = z.infer<typeof Setting>;

export const settingNames: Record<Setting, string> = {
  hospital: 'hospital',
  'imaging-center': 'imaging center',
  'large-clinic': 'large clinic',
  'small-clinic': 'small clinic',
  other: 'another setting',
};

/** R4: how a technologist comes to a site, best first. */
export const Track = z.enum(['employer', 'sister', 'program', 'other-provider', 'other']);
export type Track = z.infer<typeof Track>;
export const tracks = Track.options;

export const trackNames: Record<Track, string> = {
  employer: 'own employer',
  sister: "sister site of the employer's health system",
  program: 'affiliation of the educational program',
  'other-provider': 'another health care provider',
  other: 'another way',
};
