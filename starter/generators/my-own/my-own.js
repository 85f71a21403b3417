import {
  defineGenerator,
  docs,
  HutError,
  middleware,
  pythonText,
  setting,
  symbol,
  text,
} from 'generator-hut/kit';

/** A header in every answer, whose value is a setting: none is sent while it is empty. */
export const generator = defineGenerator({
  id: 'my-own',
  feature: true,
  summary: 'A header in every answer, whose value is a setting',
  options: { header: text('X-My-Own', 'The name of the header') },
  examples: [{}, { header: 'X-Robots-Tag' }],
  contribute: ({ options, files }) => {
    const header = requireHeaderName(options.header);
    return [
      setting('my_own_header', 'str', {
        default: '""',
        example: '',
        doc: 'What a header of every answer says; empty: it is not sent',
      }),
      middleware(symbol('app.middleware.my_own_header', 'MyOwnHeaderMiddleware'), {
        band: 'outermost',
        args: ['value=settings.my_own_header'],
      }),
      docs('The my-own header', {
        band: 'operate',
        body: 'What `MY_OWN_HEADER` says goes with every answer, as a header.',
      }),
      ...files('all', () => ({
        header: pythonText(header, { indent: 'HEADER = '.length }),
      })),
    ];
  },
});

/** What HTTP takes as a name; the text of a person is checked before it is printed. */
function requireHeaderName(header) {
  if (/^[A-Za-z0-9-]+$/.test(header)) return header;
  throw new HutError({
    id: 'my-own-header',
    message: `${JSON.stringify(header)} is no name of a header`,
    hint: 'Letters, digits and dashes: --header X-My-Own',
  });
}
