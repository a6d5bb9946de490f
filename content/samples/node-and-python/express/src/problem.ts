import type { ErrorRequestHandler } from 'express';
import { ZodError } from 'zod';
import { SkuTaken } from './products.ts';

// #region problem
export class Problem extends Error {
  readonly status: number;
  readonly members: Record<string, unknown>;

  constructor(status: number, title: string, members: Record<string, unknown> = {}) {
    super(title);
    this.status = status;
    this.members = members;
  }
}
// #endregion problem

// #region translate
function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof SkuTaken) {
    return new Problem(409, 'SKU already taken', {
      detail: `A product with SKU ${error.message} exists.`,
    });
  }
  if (error instanceof ZodError) {
    const errors = error.issues.map((issue) => ({
      pointer: ['#', ...issue.path].join('/'),
      detail: issue.message,
    }));
    return new Problem(422, 'Some fields are not valid', { errors });
  }
  if (
    error instanceof Error &&
    'expose' in error &&
    error.expose &&
    'status' in error
  ) {
    return new Problem(Number(error.status), 'The body could not be read');
  }
  console.error(error);
  return new Problem(500, 'Something broke on our side');
}
// #endregion translate

// #region handler
export const problemHandler: ErrorRequestHandler = (error, _req, res, next) => {
  if (res.headersSent) return next(error);
  const { status, message, members } = toProblem(error);
  res.status(status)
    .type('application/problem+json')
    .json({ type: 'about:blank', title: message, status, ...members });
};
// #endregion handler
