import { pino } from 'pino'

/**
 * What went wrong, once, at the edge: a line of JSON on standard error. Never a value that was refused, nor the text
 * of a patient. LOG_LEVEL says how much (`warn` unless told).
 */
export const log = pino({ level: process.env.LOG_LEVEL ?? 'warn', base: null }, pino.destination(2))
