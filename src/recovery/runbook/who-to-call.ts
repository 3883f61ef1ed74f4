import type { Facts } from '../../walkthrough/walkthrough.ts';
import { type Answers, answerTo } from '../questions.ts';
import type { Recommendation } from '../recommend.ts';

/** Somebody to call: the role, and what for. The name and the number are written in by hand: they are no facts here. */
export interface Contact {
  readonly role: string;
  readonly what: string;
}

/** Who is needed on the day, in the order in which they are called. */
export function whoToCall(facts: Facts, answers: Answers, { recommended }: Recommendation): Contact[] {
  const virtual = recommended.includes('virtual-machine') || answerTo(answers, 'hypervisor') !== 'none';
  return [
    { role: 'Who decides', what: 'says that the server is lost, and that the recovery begins' },
    { role: 'Hybrid Identity Administrator', what: 'signs in to the wizard, and disables staging mode' },
    {
      role: 'Administrator of Active Directory',
      what: `domain controllers and the connector accounts of ${facts.adConnectors.join(', ')}`,
    },
    { role: 'Network', what: `takes ${facts.activeServer} off the network, and keeps it off` },
    ...(virtual
      ? [{ role: 'Hypervisor and backup', what: 'hosts, automatic start, restore of a machine' }]
      : []),
    ...(answerTo(answers, 'sql') === 'express'
      ? []
      : [{ role: 'SQL Server', what: 'the database ADSync, if it is on a SQL Server of your own' }]),
    ...(answerTo(answers, 'sign-in') === 'federation'
      ? [{ role: 'Federation', what: 'its servers, if they shared the host or the site' }]
      : []),
    { role: 'Service desk', what: 'tells people what waits: new accounts, changes, new passwords' },
    { role: 'Microsoft support', what: 'a case, from the Microsoft Entra admin center, New support request' },
  ];
}
