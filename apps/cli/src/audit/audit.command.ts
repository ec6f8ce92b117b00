import type { Command } from 'commander';
import type { AuditProblemView, AuditSealView, AuditVerificationView } from '@relata/contracts';
import { CliConfig, readConfig } from '@relata/platform';
import { CliError, NotFoundError } from '../cli-error';
import { EXIT } from '../exit-codes';
import { RelataApi } from '../relata-api';

const SEAL = /^([a-z]+):(\d+):([0-9a-f]{64})$/;

export function addAuditCommands(relata: Command): void {
  relata
    .command('audit')
    .description('Proof of what was done.')
    .command('verify')
    .description('Hold the logs against their seals; name the first event of each service that was altered.')
    .option('--seal <seals...>', 'seals that an earlier run printed, <service>:<position>:<hex>')
    .action(verifyCommand);
}

async function verifyCommand({ seal: noted = [] }: { seal?: string[] }): Promise<void> {
  const seals = noted.map(parsedSeal);
  const api = new RelataApi(readConfig(CliConfig));
  const { checked, erased, problems, seals: ends } = await verifyAll(api);
  for (const problem of problems)
    process.stdout.write(`${problem.service}, position ${problem.position}: ${problem.message}\n`);
  const changed = [];
  for (const seal of seals) if (!(await isKept(api, seal))) changed.push(seal);
  for (const { service, position } of changed)
    process.stdout.write(`${service}, position ${position}: the seal is not the one that you noted.\n`);
  process.stdout.write(`${checked} events looked at, of which personal data was erased from ${erased}.\n`);
  if (problems.length + changed.length > 0) {
    process.exitCode = EXIT.someFailed;
    return;
  }
  process.stdout.write('Nothing was altered. Note these seals elsewhere, for --seal:\n');
  for (const end of ends) process.stdout.write(`${end.service}:${end.position}:${end.seal}\n`);
}

/** Follows the chains to their ends. */
async function verifyAll(api: RelataApi): Promise<Omit<AuditVerificationView, 'next'>> {
  const all = {
    checked: 0,
    erased: 0,
    problems: new Map<string, AuditProblemView>(),
    seals: new Map<string, AuditSealView>(),
  };
  for (let next: string | null = ''; next !== null;) {
    const after: string = next === '' ? '' : `?after=${next}`;
    const view: AuditVerificationView = await api.get(`/audit/verify${after}`);
    all.checked += view.checked;
    all.erased += view.erased;
    // A call that goes on behind others' ends tells of them again.
    for (const problem of view.problems) all.problems.set(problem.service, problem);
    for (const seal of view.seals) all.seals.set(seal.service, seal);
    next = view.next;
  }
  return { ...all, problems: [...all.problems.values()], seals: [...all.seals.values()] };
}

async function isKept(api: RelataApi, { service, position, seal }: AuditSealView): Promise<boolean> {
  try {
    const kept: AuditSealView = await api.get(`/audit/seals/${service}/${position}`);
    return kept.seal === seal;
  } catch (error) {
    if (error instanceof NotFoundError) return false;
    throw error;
  }
}

function parsedSeal(text: string): AuditSealView {
  const [, service, position, seal] = SEAL.exec(text) ?? [];
  if (!service || !position || !seal)
    throw new CliError(
      `${text} is no seal: give <service>:<position>:<hex>, as \`audit verify\` prints them.`,
    );
  return { service: service as AuditSealView['service'], position: Number(position), seal };
}
