import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { PROGRAM_FOLDER } from '#platform/programFolder.ts'

/** Twice the size on screen: sharp in a slide. */
const PNG_WIDTH = 2000
const FONTS = join(PROGRAM_FOLDER, 'node_modules', '@expo-google-fonts', 'open-sans')
const FONT_FILES = [
  '400Regular/OpenSans_400Regular.ttf',
  '600SemiBold/OpenSans_600SemiBold.ttf',
  '700Bold/OpenSans_700Bold.ttf',
]

/** A drawing as a picture on white. */
export function pngOf(svg: string): Uint8Array {
  const options = {
    font: {
      loadSystemFonts: false,
      fontFiles: FONT_FILES.map((file) => join(FONTS, file)),
      defaultFontFamily: 'Open Sans',
    },
    fitTo: { mode: 'width' as const, value: PNG_WIDTH },
    background: '#fff',
  }
  return new Resvg(svg, options).render().asPng()
}
