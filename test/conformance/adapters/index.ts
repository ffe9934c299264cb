import type { Adapter } from '../case.ts'
import { funnelplotr } from './funnelplotr.ts'
import { nhsrplotthedots } from './nhsrplotthedots.ts'
import { powerbiFunnels } from './powerbiFunnels.ts'
import { powerbiSpc } from './powerbiSpc.ts'
import { qcc } from './qcc.ts'
import { qicharts2 } from './qicharts2.ts'
import { runcharter } from './runcharter.ts'

/** Every peer that our engine can be compared with. A new one is a file beside these and a line here. */
export const ADAPTERS: readonly Adapter[] = [
  nhsrplotthedots,
  qicharts2,
  powerbiSpc,
  qcc,
  funnelplotr,
  powerbiFunnels,
  runcharter,
]
