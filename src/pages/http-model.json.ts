/** A server that pages can be spoken to with. */
import type { APIRoute, GetStaticPaths } from 'astro';
import models from 'virtual:http-models';

export const getStaticPaths: GetStaticPaths = () => Object.keys(models).map((model) => ({ params: { model } }));

export const GET: APIRoute = ({ params }) => Response.json(models[params.model!]);
