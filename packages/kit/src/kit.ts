export {
  defineGenerator,
  rememberOptions,
  type Context,
  type Definition,
} from './define-generator.ts';
export { featureList, type FeatureList } from './feature-list.ts';
export { type Argument, type Asked, type Verb, VERBS } from './verb.ts';
export {
  type IsUsed,
  type Made,
  type MadeFile,
  type MadeRecord,
  type Make,
  type MakeContext,
  type ProjectReader,
  type TextFile,
} from './make.ts';
export { toRenames, type Renames } from './renames.ts';
export { choice, flag, list, parseOption, text, type Option, type Values } from './option.ts';
export {
  findActive,
  requireGenerator,
  toFeatureSchemas,
  withCommands,
  type Found,
  type Lookup,
} from './lookup.ts';
export { renderProject, type Rendered } from './render-project.ts';
export { decode, diskWorkspace, type FoundFile, type Workspace } from './workspace.ts';
export { basePathOf, readBase } from './base-tree.ts';
export { isEdited } from './is-edited.ts';
export { recordPathOf, toRecord } from './made-record.ts';
export { readProject } from './read-project.ts';
export { planRun, type Plan } from './plan-run.ts';
export { toPlannedRun, type PlannedRun } from './planned-run.ts';
export { readBlueprint } from './read-blueprint.ts';
export { readHutYaml } from './read-hut-yaml.ts';
export {
  settle,
  type Answer,
  type AskConflict,
  type ConflictPolicy,
  type Settled,
} from './settle.ts';
export { ConflictError } from './conflict-error.ts';
export { VerifyError } from './verify/verify-error.ts';
export { type Verification } from './verify/verify-writes.ts';
export { run } from './run.ts';
export { type PlannedWrites } from './commit-settled.ts';
export {
  badPlan,
  holdsPlan,
  parsePlan,
  requireSame,
  toPlan,
  type StoredPlan,
} from './stored-plan.ts';
export { type Report, type ReportedChange } from './report.ts';
export { summarise, summariseNext } from './summarise.ts';
export { toGrowthSteps, toNextSteps } from './next-steps.ts';
export { showDiff } from './show-diff.ts';
export { aborted, askConflictBy } from './ask-conflict.ts';
export { type Prompt, type Question } from './prompt.ts';
export { draftBlueprint, type Draft } from './draft-blueprint.ts';
export {
  findProject,
  refuseFilledFolder,
  refuseForeignFolder,
  requireProject,
} from './find-project.ts';
export { findToolAnswer } from './tool.ts';
export { type ToolCall } from './call-tool.ts';
export { type Examine, type ExamineContext } from './doctor/examine.ts';
export { unknown, well, wrong, type Finding } from './doctor/finding.ts';
export { requireInstaller, type Installer } from './python.ts';
export { enter, setUpProject } from './set-up-project.ts';
export { wizardQuestions } from './wizard.ts';
export { askWizard } from './ask-wizard.ts';
export {
  buildFlagOf,
  toFeatureAmendments,
  toValues,
  verbOf,
  type Amendment,
  type WordOf,
} from './amendment.ts';
export { repeatCommand, repeatWords } from './repeat-command.ts';
export { confirmRunBy } from './confirm-run.ts';
export { recoverProject } from './recover-project.ts';
export { readTextFile } from './read-text-file.ts';
export { unreadableError } from './unreadable-error.ts';
export * from './entity/entity-commands.ts';
export { askAmendment, type AskedAmendment, type GrowthCommand } from './ask-amendment.ts';
export { requireArguments, toArguments, usageOf } from './to-arguments.ts';
export { planUndo } from './undo/plan-undo.ts';
export { listRuns, type LoggedRun } from './undo/list-runs.ts';
export { readState, type ProjectState } from './project-state.ts';
export {
  isSyncDue,
  listFiles,
  listRendered,
  type FileState,
  type ListedFile,
} from './inspect/list-files.ts';
export { isMakeDue } from './inspect/is-make-due.ts';
export { isBelow, listEdits, type ListedEdit } from './inspect/list-edits.ts';
export { explain, type Owner, type Why } from './inspect/why.ts';
export { parsePackageName, type PackageName } from './plugins/package-name.ts';
export { readStarter } from './plugins/read-starter.ts';
export { writePackage } from './plugins/write-package.ts';
export { readPins, type Pins } from './plugins/pinned-plugins.ts';
export { loadPlugins, type ImportModule } from './plugins/load-plugins.ts';
export { requirePackage, storeFolder, type Places } from './plugins/find-package.ts';
export { askTrustBy } from './plugins/ask-trust.ts';
export { installPlugin } from './plugins/install-plugin.ts';
export { type PluginPackage } from './plugins/plugin-package.ts';
export { requireTrust, trust, trustIn } from './plugins/trust.ts';
export { setKey } from './set-key.ts';
export { upgradeBlueprint } from './upgrade-blueprint.ts';
