import type { APIRoute } from 'astro';
import ids from 'virtual:ids';

export const GET: APIRoute = () => Response.json(ids);
