/** The public API, `generator-hut/kit`: what the author of a generator imports. */
export { HutError, type ExitCode } from '@hut/errors';
export * from '@hut/render';
export {
  defineGenerator,
  rememberOptions,
  type Context,
  type Definition,
} from './define-generator.ts';
export { type Argument, type Asked, type Verb } from './verb.ts';
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
export { type Examine, type ExamineContext } from './doctor/examine.ts';
export { unknown, well, wrong, type Finding } from './doctor/finding.ts';
export { type ToolCall, type ToolEnd } from './call-tool.ts';
export { type Renames } from './renames.ts';
export { choice, flag, list, text, type Option, type Values } from './option.ts';
export { type Found, type Lookup } from './lookup.ts';
export { composeHut, registerHut } from './compose/compose-hut.ts';
export { readGenerators } from './plugins/read-generators.ts';
export { KIT_API } from './plugins/plugin-package.ts';
