/** What a page needs to run the blocks of a sample folder. */
import type { APIRoute, GetStaticPaths } from 'astro';
import runs from 'virtual:runs';

export const getStaticPaths: GetStaticPaths = () => Object.keys(runs.files).map((samples) => ({ params: { samples } }));

export const GET: APIRoute = ({ params }) => Response.json(runs.files[params.samples!]);
