import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';
import { rooms } from './rooms.ts';

export default tseslint.config(
  { ignores: ['dist/**', '.astro/**', 'content/**'] },
  ...tseslint.configs.recommended,
  ...astro.configs.recommended,
  { files: ['src/**'], plugins: { rooms }, rules: { 'rooms/downward': 'error' } },
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-explicit-any': 'error',
      eqeqeq: 'error',
    },
  },
);
