/** GitHub Actions workflows: by GitHub’s own parser, which carries the schema of the language. */
import { registerHooks } from 'node:module';

/**
 * The parser imports its schema without the attribute that Node asks for.
 * Can go when https://github.com/actions/languageservices publishes a build for Node.
 */
registerHooks({
  load: (url, context, next) =>
    url.endsWith('.json') && url.includes('/@actions/')
      ? next(url, { ...context, importAttributes: { type: 'json' } })
      : next(url, context),
});

/** Faults of a workflow, each with its line. */
export async function workflowFaults(name: string, content: string): Promise<string[]> {
  const { parseWorkflow, convertWorkflowTemplate, NoOperationTraceWriter } = await import('@actions/workflow-parser');
  const result = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  if (result.value) await convertWorkflowTemplate(result.context, result.value);
  return result.context.errors.getErrors().map((error) => error.message);
}
