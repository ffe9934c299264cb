import type { Adapter } from '../case.ts'
import { nhsrplotthedots } from './nhsrplotthedots.ts'

/** Every peer that our engine can be compared with. A new one is a file beside these and a line here. */
export const ADAPTERS: readonly Adapter[] = [nhsrplotthedots]
