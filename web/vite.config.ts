import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/**
 * The pages, split by route: Home comes with the entry, the others and the charts when they are opened.
 * React and its companions stand in a chunk of their own, which stays in the browser's cache over releases.
 */
export default defineConfig({
  root: here,
  base: '/',
  plugins: [react()],
  // A worker may load its parts when it needs them.
  worker: { format: 'es' },
  build: {
    outDir: fileURLToPath(new URL('../dist/web', import.meta.url)),
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    rolldownOptions: {
      input: {
        index: fileURLToPath(new URL('index.html', import.meta.url)),
        // Scripts of the public pages: the server writes those pages itself.
        verify: fileURLToPath(new URL('public-verify/verify.ts', import.meta.url)),
        'self-check': fileURLToPath(new URL('self-check/self-check.ts', import.meta.url)),
        'vendor-questions': fileURLToPath(new URL('vendor-questions/vendor-questions.ts', import.meta.url)),
        mail: fileURLToPath(new URL('mail/mail.ts', import.meta.url)),
      },
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'react',
              test: /node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|@tanstack|i18next|react-i18next)\//,
            },
          ],
        },
      },
    },
  },
});
