// Reads workflows and actions with GitHub's own parser, and prints what it would refuse. Exit status 1 when it does.
import { readFileSync } from 'node:fs';
import { convertWorkflowTemplate, parseWorkflow } from '@actions/workflow-parser';
import { parseAction } from '@actions/workflow-parser/actions/action-parser';

const silent = { error() {}, info() {}, verbose() {} };

async function mistakes(name) {
  const file = { name, content: readFileSync(name, 'utf8') };
  if (name.endsWith('action.yml')) {
    return parseAction(file, silent).context.errors.getErrors();
  }
  const { context, value } = parseWorkflow(file, silent);
  // What only shows when the whole is put together, such as a job that needs one that is not there.
  if (value) await convertWorkflowTemplate(context, value);
  return context.errors.getErrors();
}

async function main(names) {
  for (const name of names) {
    for (const mistake of await mistakes(name)) {
      console.error(`${name}: ${mistake.message}`);
      process.exitCode = 1;
    }
  }
}

main(process.argv.slice(2));
