import { builtinModules } from 'node:module'
import { defineConfig } from 'vite'

/**
 * Two builds in one: the server (Node runs no .tsx) and the few scripts and styles of the browser.
 * Packages from npm stay where they are; our own workspaces are source and go in.
 */
export default defineConfig({
  publicDir: false,
  environments: {
    client: {
      build: {
        outDir: 'dist/browser',
        manifest: 'manifest.json',
        modulePreload: { polyfill: false },
        // The content security policy allows files of ours, not data in their place.
        assetsInlineLimit: 0,
        rolldownOptions: { input: 'src/main/web/browser.ts' },
      },
    },
    server: {
      consumer: 'server',
      resolve: {
        noExternal: [/^@golden-thread\//],
        external: [...builtinModules],
        builtins: [/^node:/, ...builtinModules],
      },
      build: {
        outDir: 'dist/server',
        ssr: true,
        minify: false,
        sourcemap: true,
        rolldownOptions: { input: { server: 'src/main/server.ts' } },
      },
    },
  },
})
