/** The screens of the walkthrough, in the order of the article; home comes before them. */
export const STEP_IDS = [
  'prepare',
  'configuration',
  'import-and-synchronize',
  'verify',
  'switch',
  'disaster-recovery',
] as const;
export type StepId = (typeof STEP_IDS)[number];
export type ScreenId = 'home' | StepId;

/** Why this server is in staging mode; the three purposes of the article. */
export type Purpose = 'availability' | 'trial' | 'replacement';
/** What exports today. `none`: nothing does, the old server is gone. */
export type ActiveServerKind = 'connect' | 'azure-ad-sync' | 'dirsync' | 'fim' | 'none';

/** What the operator tells once and every step uses. '' and null stand for "not said yet". */
export interface Facts {
  readonly purpose: Purpose | null;
  readonly activeServerKind: ActiveServerKind | null;
  readonly activeServer: string;
  readonly stagingServer: string;
  /** Names of the connectors of type Active Directory Domain Services, as Synchronization Service shows them. */
  readonly adConnectors: readonly string[];
  /** Name of the connector of type Windows Azure Active Directory (Microsoft). */
  readonly aadConnector: string;
  /** Where csexport's files go: a folder that outlives the RDP session. */
  readonly exportFolder: string;
  /** Whether rules, scope or filters changed since the last full synchronization. */
  readonly rulesChanged: boolean | null;
  readonly passwordHashSync: boolean | null;
  readonly passwordWriteback: boolean | null;
  readonly passThroughAuthentication: boolean | null;
  /** Deletes in one export above which the AAD connector exports nothing. */
  readonly deletionThreshold: number;
}

/** A tick: when the operator said that an item is done. ISO 8601, UTC. */
export interface Tick {
  readonly at: string;
}

/** What the last comparison of the two configurations found; the differences that matter by their keys. */
export interface ComparedConfigurations {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Whole paths of what was compared. */
  readonly active: string;
  readonly staging: string;
  /** False where a part could not be read or was not compared. */
  readonly complete: boolean;
  readonly matters: readonly string[];
  /** Why a difference may stay, by its key; those of earlier comparisons are kept. */
  readonly waived: Readonly<Record<string, Waiver>>;
}

/** Why somebody lets a difference stay, and since when. */
export interface Waiver {
  readonly at: string;
  readonly why: string;
}

/** The recovery plan as it was made last, with what it rests on. */
export interface Plan {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly facts: Facts;
  /** As `recommend` gave it. */
  readonly recommended: string;
}

/** Everything that is saved: the program killed at any moment goes on from here. */
export interface Walkthrough {
  readonly version: 1;
  /** The training scenario's name, or null for a real server. */
  readonly training: string | null;
  readonly startedAt: string;
  readonly changedAt: string;
  readonly screen: ScreenId;
  readonly facts: Facts;
  /** By the item's id; an item of a round carries the round: `import-aad#2`. */
  readonly done: Readonly<Record<string, Tick>>;
  /** Passes of Import and Synchronize then Verify, from 1. */
  readonly round: number;
  /** Answers of the disaster-recovery questions, option id by question id. */
  readonly answers: Readonly<Record<string, string>>;
  readonly plan: Plan | null;
  /** The export files last opened in Verify, whole paths. */
  readonly exportFiles: readonly string[];
  /** null until the program has compared the configurations. */
  readonly comparison: ComparedConfigurations | null;
  /** Set once the operator typed the server's name with items still open: what was open, and when. */
  readonly switchedWith: { readonly at: string; readonly open: readonly string[] } | null;
}

/** Which pass of which walkthrough: what makes the name of an export file fresh. */
export type Pass = Pick<Walkthrough, 'round' | 'startedAt'>;

/** One command, whole, ready to copy. */
export interface Command {
  readonly shell: 'cmd' | 'powershell';
  readonly text: string;
}

/** One thing to do in a step. Its texts may hold the operator's facts: they are made by {@link Item} functions. */
export interface Item {
  readonly id: string;
  /** One line, imperative. */
  readonly title: string;
  /** What to do, in order. */
  readonly todo: readonly string[];
  /** Commands to run, complete; empty where there is nothing to type. */
  readonly commands: readonly Command[];
  /** Where to click, in order; empty where there is nothing to click. */
  readonly clicks: readonly string[];
  readonly why: string;
  /** How the operator knows that it worked. */
  readonly worked: string;
  /** What goes wrong most, and the cure. */
  readonly wrong: readonly string[];
  /** What the article of 2017 says where today's product differs; null where they agree. */
  readonly formerly: string | null;
  /** A warning said in words before anything else; null where there is none. */
  readonly danger: string | null;
  /** True where the step is not complete without it. */
  readonly required: boolean;
  /** Ticked again in every round. */
  readonly everyRound: boolean;
  /** The facts it asks for: it is done when they are known, and needs no tick. Empty: it is ticked. */
  readonly asks: readonly (keyof Facts)[];
}

/** A step as it stands for these facts: only the items that apply. */
export interface Step {
  readonly id: StepId;
  readonly title: string;
  /** One or two sentences: what this step is for. */
  readonly purpose: string;
  readonly items: readonly Item[];
}
