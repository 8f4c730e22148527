import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/**
 * React Aria carries its few words in some thirty languages; we speak two. The others are replaced by
 * nothing, which keeps them out of the first load.
 */
function twoLanguages(): Plugin {
  const other = /\/intl\/.*\/(?!zh-CN|en-US)[a-z]{2}-[A-Z]{2}\.m?js$/;
  return {
    name: 'two-languages',
    enforce: 'pre',
    load: (id) => (other.test(id.split('?')[0] ?? '') ? 'export default {};' : null),
  };
}

/** `--mode gallery` builds the same application with the gallery of components beside it. */
export default defineConfig(({ mode }) => ({
  root: here,
  base: '/',
  // Scripts carry a word that the server makes anew for each answer; `api/static-files.ts` puts it in this place.
  html: { cspNonce: '__NONCE_OF_THIS_ANSWER__' },
  plugins: [twoLanguages()],
  build: {
    outDir: mode === 'gallery' ? '../dist/web-gallery' : '../dist/web',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      // Some packages mark their modules for React servers, of which there is none here.
      onwarn: (warning, warn) => { if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning); },
    },
  },
  server: { port: 5173, proxy: { '/api': 'http://127.0.0.1:3000' } },
}));
