/**
 * What a build sees that a test starts: what a person’s terminal has, without the variables by which Vitest tells its
 * own base path and mode, and which Vite would obey.
 */
export function buildEnvironment(own: Record<string, string>): NodeJS.ProcessEnv {
  const { BASE_URL: _base, MODE: _mode, DEV: _dev, PROD: _prod, SSR: _ssr, FORCE_COLOR: _color, ...rest } = process.env;
  return { ...rest, NODE_ENV: 'production', ...own };
}
