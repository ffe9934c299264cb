import type { ControlChart } from '../chart.ts'
import { type GalleryChart, galleryChart } from './figures.ts'

/** Three years of a fictional trust: a low month, a gap, new limits, a shift, and a provisional last month. */
const VALUES = [
  17.2,
  18.6,
  17.9,
  16.5,
  18.8,
  17.4,
  10.4,
  18.1,
  17.0,
  18.9,
  18.3,
  16.9,
  19.2,
  17.6,
  18.4,
  17.1,
  18.7,
  16.8,
  18.0,
  22.4,
  24.3,
  22.9,
  25.4,
  21.8,
  23.9,
  Number.NaN,
  22.7,
  24.0,
  26.3,
  25.2,
  26.9,
  25.6,
  27.4,
  26.2,
  28.1,
  27.3,
]

/** The chart that the design's pictures explain part by part. */
export function beforeNoon(id: string, given: Partial<GalleryChart> = {}): ControlChart {
  return galleryChart({
    id,
    description:
      'Improving, but not enough to reach the target. The last eight months are all above the mean. June 2026 is 27.3%, provisional; the 33% target lies above the upper limit.',
    input: { numerators: VALUES, target: 33, phases: [{ start: 19 }] },
    provisional: VALUES.map((_, index) => index === VALUES.length - 1),
    ceiling: 100,
    notes: [
      { index: 6, text: 'norovirus, five wards closed' },
      { index: 28, text: 'Medicines ready the', detail: 'evening before' },
    ],
    phaseNotes: [
      { index: 0, title: 'July 2023 to January 2025', detail: 'mean 17.5%' },
      {
        index: 19,
        title: 'From February 2025: discharge lounge open all day',
        detail: 'new limits agreed 12 May 2025, mean 25.0%',
      },
    ],
    stamp:
      'Data as at 8 July 2026. Source: patient record system, Wexcombe Hospitals (fictional). Definition version 3, engine 0.1.0. June 2026 is provisional.',
    ...given,
  })
}
