import type { Plan } from '#demo/plan.ts'
import { wardCode } from '#demo/wexcombe.ts'

const patients = { area: 'Patients', source: 'Friends and family test' } as const
const maternity = { area: 'Maternity', source: 'Maternity record' } as const

const said = (who: string) =>
  ({
    kind: 'proportion',
    numerator: `${who} who said that their care was good or very good`,
    denominator: `${who} who answered, don’t know left out`,
    better: 'higher',
  }) as const

export const PATIENTS: readonly Plan[] = [
  {
    measure: {
      ...patients,
      ...said('Inpatients'),
      code: 'inpatients-good',
      name: 'Inpatients: good or very good',
      why: 'Nobody knows better how it was than the person in the bed.',
      targets: [{ from: null, value: 94 }],
    },
    process: { level: 95.6, noise: 0.2, size: 2_400 },
    causes: [{ kind: 'shift', at: 7, by: 1.5 }],
    wards: {
      share: 0.06,
      planted: {
        [wardCode('Heron')]: [{ kind: 'constant' }],
        [wardCode('Lapwing')]: [{ kind: 'shift', at: 6, by: -16 }],
      },
    },
    expects: 'improvingHigh',
  },
  {
    measure: {
      ...patients,
      ...said('A&E patients'),
      code: 'ae-patients-good',
      name: 'A&E patients: good or very good',
      why: 'A long wait can be a kind one.',
      targets: [{ from: null, value: 80 }],
    },
    process: { level: 77.6, noise: 1.7, size: 1_300 },
  },
  {
    measure: {
      ...patients,
      ...said('Outpatients'),
      code: 'outpatients-good',
      name: 'Outpatients: good or very good',
      why: 'Most of what we do is done in an hour at a clinic.',
      targets: [{ from: null, value: 94 }],
    },
    process: { level: 94.1, noise: 0.5, size: 3_900 },
  },
  {
    measure: {
      ...patients,
      source: 'Complaints register',
      code: 'complaints-answered',
      name: 'Complaints answered in time',
      why: 'Whoever complains has waited long enough already.',
      kind: 'proportion',
      numerator: 'Complaints answered by the day that was promised',
      denominator: 'Complaints due in the month',
      better: 'higher',
      targets: [{ from: null, value: 85 }],
    },
    process: { level: 78, noise: 1, size: 62 },
    causes: [{ kind: 'shift', at: 8, by: 15 }],
    notes: [{ at: 8, text: 'Each complaint has one named owner' }],
    expects: 'improvingHigh',
  },
  {
    measure: {
      ...patients,
      source: 'Complaints register',
      code: 'complaints',
      name: 'Complaints received',
      why: 'To be read for what they say, not for how many they are.',
      kind: 'count',
      chart: 'c',
      numerator: 'Complaints received in the month',
      unit: 'complaints',
      decimals: 0,
    },
    process: { level: 61 },
  },
  {
    measure: {
      ...patients,
      source: 'Complaints register',
      code: 'compliments',
      name: 'Thanks and compliments',
      why: 'What goes well is worth learning from too.',
      kind: 'count',
      numerator: 'Letters, cards and messages of thanks that were logged',
      unit: 'thanks',
      decimals: 0,
      better: 'higher',
    },
    process: { level: 214, noise: 22 },
    causes: [{ kind: 'gap', at: 17, length: 2 }],
  },
  {
    measure: {
      ...maternity,
      code: 'births-caesarean',
      name: 'Births by caesarean',
      why: 'Neither more nor fewer is better in itself; a change has a reason.',
      kind: 'proportion',
      numerator: 'Births by caesarean section',
      denominator: 'All births',
    },
    process: { level: 37.8, noise: 0.6, size: 340 },
    expects: 'commonCause',
  },
  {
    measure: {
      ...maternity,
      code: 'births',
      name: 'Births',
      why: 'Context for the other measures of maternity.',
      kind: 'count',
      numerator: 'Babies born',
      unit: 'births',
      decimals: 0,
    },
    process: { level: 342, noise: 8 },
  },
  {
    measure: {
      ...maternity,
      code: 'heavy-bleeding',
      name: 'Heavy bleeding after birth',
      why: 'The commonest serious danger to a mother on the day.',
      kind: 'proportion',
      chart: 'p',
      numerator: 'Women who lost 1,500 ml or more',
      denominator: 'All women who gave birth',
      better: 'lower',
      targets: [{ from: null, value: 3 }],
    },
    process: { level: 3.1, size: 336 },
  },
  {
    measure: {
      ...maternity,
      code: 'booked-by-10-weeks',
      name: 'First midwife visit by 10 weeks',
      why: 'Early care is the fairest care: those who come late are those who need it most.',
      kind: 'proportion',
      numerator: 'Women seen by a midwife by 9 weeks and 6 days',
      denominator: 'All women booked',
      better: 'higher',
      targets: [{ from: null, value: 90 }],
    },
    process: { level: 71, noise: 1.6, size: 360 },
    causes: [{ kind: 'shift', at: 8, by: 7 }],
    expects: 'improvingHigh',
  },
  {
    measure: {
      ...maternity,
      code: 'term-babies-to-intensive-care',
      name: 'Term babies admitted to neonatal care',
      why: 'Mother and baby parted: sometimes needed, often not.',
      kind: 'proportion',
      chart: 'p',
      numerator: 'Babies born at 37 weeks or later who were admitted',
      denominator: 'All babies born at 37 weeks or later',
      better: 'lower',
      targets: [{ from: null, value: 5 }],
    },
    process: { level: 4.6, size: 312 },
  },
]
