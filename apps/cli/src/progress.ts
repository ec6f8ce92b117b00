import { Listr } from 'listr2';

/** Shows how a piece of work goes on, in one line that is written anew; on anything but a terminal nothing is shown. */
export async function withProgress<T>(
  title: string,
  work: (show: (line: string) => void) => Promise<T>,
): Promise<T> {
  let result: { value: T } | undefined;
  const tasks = new Listr(
    {
      title,
      task: async (_, task) => {
        result = { value: await work((line) => (task.title = `${title}  ${line}`)) };
      },
    },
    // The error is thrown on, and printed once at the end.
    { fallbackRenderer: 'silent', rendererOptions: { showErrorMessage: false } },
  );
  await tasks.run();
  if (!result) throw new Error(`The task ${title} did not run.`);
  return result.value;
}

/** `[██████░░░░░░]  50 %` */
export function bar(part: number, width = 24): string {
  const full = Math.round(part * width);
  return `[${'█'.repeat(full)}${'░'.repeat(width - full)}] ${String(Math.floor(part * 100)).padStart(3)} %`;
}
