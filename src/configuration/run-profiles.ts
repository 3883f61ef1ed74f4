import type { XmlElement } from '../csexport/xml-element.ts';
import { flatten } from './flatten.ts';

/** The steps of a run profile as texts; a partition by its name. `full-import, to-cs; partition DC=contoso,DC=com; …` */
export function runProfileSteps(
  steps: readonly XmlElement[],
  partitionName: (id: string) => string,
): readonly string[] {
  return steps.filter(({ name }) => name === 'step').map((step) => stepText(step, partitionName));
}

function stepText(step: XmlElement, partitionName: (id: string) => string): string {
  const type: string[] = [];
  const parts: string[] = [];
  for (const child of step.children) {
    flatten(child, (path, raw) => {
      const text = raw.trim();
      if (text === '') return;
      if (child.name === 'step-type') type.push(text);
      else if (child.name === 'partition') parts.push(`partition ${partitionName(text)}`);
      else
        parts.push(
          `${path.replace(/^custom-data\/(?:[^/]*-step-data\/)?/, '').replaceAll('/', ' ')} ${text}`,
        );
    });
  }
  return [type.join(', '), ...parts].join('; ');
}
