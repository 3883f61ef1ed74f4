import fc from 'fast-check';

const oddName = fc.constantFrom('', 'dis&#112;layName', 'Ämter', "o'clock", 'displayname', 'displayName ');
const identityName = fc.constantFrom(
  ...['displayName', 'userPrincipalName', 'sourceAnchor', 'alias', 'mail', 'proxyAddresses'],
  ...['onPremisesSamAccountName', 'title'],
);
const name = fc.oneof({ weight: 80, arbitrary: identityName }, { weight: 1, arbitrary: oddName });
const referenceName = fc.oneof(
  { weight: 80, arbitrary: fc.constantFrom('member', 'manager') },
  { weight: 1, arbitrary: name },
);
const plainText = fc.constantFrom(
  '',
  'Ada',
  'a b',
  ' Ada ',
  'Zoë 李雷 🦉',
  'SMTP:a@x.com',
  'smtp:b@x.com',
  '0x20',
  'QUJD',
);
const oddText = fc.constantFrom(
  ...[
    '&amp;',
    'R&amp;D',
    '&#83;MTP:c@x.com',
    'SMTP:d&amp;e@x.com',
    'a\r\nb',
    'a\nb',
    '\t',
    '&lt;cs-object&gt;',
    ']]&gt;',
  ],
  ...[
    '<!-- c -->',
    '<![CDATA[Ada]]>',
    '<?note x?>',
    'cs-object',
    'x</value ><value>y',
    '<b>Ada</b>',
    '&quot;&apos;',
  ],
  ...[
    `a${'ä'.repeat(3000)}`,
    'é'.repeat(5000),
    '&#x1F989;',
    '\u00a0x\u00a0',
    '>',
    'a > b',
    '!',
    '?',
    ']]',
    'B'.repeat(4097),
  ],
);
const text = fc.oneof({ weight: 40, arbitrary: plainText }, { weight: 1, arbitrary: oddText });

const quoted = (value: string): fc.Arbitrary<string> =>
  fc
    .constantFrom('"', '"', '"', "'")
    .map((quote) => `${quote}${value.replaceAll(quote, quote === '"' ? '&quot;' : '&apos;')}${quote}`);
const attributeText = fc.oneof(
  {
    weight: 80,
    arbitrary: fc.constantFrom('CN=Ada', 'CN={514635484D4B376E38307176645973555049486139513D3D}', 'CN=Zoë'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      'CN=R&amp;D',
      'a>b',
      'a\nb',
      'a&#10;b',
      'CN={4F}',
      'x'.repeat(5000),
      'a\tb',
      'CN={557365725F61}',
    ),
  },
);

/** The attributes of a tag, in any order, with any quotes and space; one may stand there that nobody knows. */
function attributes(known: Readonly<Record<string, fc.Arbitrary<string | null>>>): fc.Arbitrary<string> {
  const each = Object.entries(known).map(([attribute, values]) =>
    values.chain((value) =>
      value === null ? fc.constant('') : quoted(value).map((written) => `${attribute}=${written}`),
    ),
  );
  const extra = fc.oneof(
    { weight: 400, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: fc.constantFrom('x="1"', 'xml:lang="de"') },
  );
  const space = fc.oneof(
    { weight: 60, arbitrary: fc.constant(' ') },
    { weight: 1, arbitrary: fc.constantFrom('\n', '  ', '\r\n\t') },
  );
  return fc
    .tuple(fc.tuple(...each, extra), fc.boolean(), space, fc.constantFrom('', '', '', ' '))
    .map(([parts, turn, gap, end]) => {
      const said = parts.filter((part) => part !== '');
      if (turn) said.reverse();
      return `${said.map((part) => gap + part).join('')}${end}`;
    });
}

const often = <T>(usual: T, ...seldom: readonly T[]) =>
  fc.oneof(
    { weight: 60, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(usual, ...seldom) },
  );
const between = fc.oneof(
  { weight: 200, arbitrary: fc.constant('') },
  { weight: 30, arbitrary: fc.constantFrom('\n', '  ', '\r\n  ', '\t') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('<!-- note -->', 'text', '<other/>', '<other a="1">x<b/></other>', '<?p i?>'),
  },
);
const tagEnd = often('>', ' >', '\n>');

function element(
  tag: string,
  said: fc.Arbitrary<string>,
  content: fc.Arbitrary<string>,
): fc.Arbitrary<string> {
  return fc.tuple(said, content, tagEnd, fc.boolean()).map(([attributesSaid, inner, end, short]) => {
    if (inner === '' && short) return `<${tag}${attributesSaid}/>`;
    return `<${tag}${attributesSaid}>${inner}</${tag}${end}`;
  });
}

function many(part: fc.Arbitrary<string>, most: number): fc.Arbitrary<string> {
  return fc.array(fc.tuple(part, between), { maxLength: most }).map((parts) => parts.flat().join(''));
}

const valueOperation = fc.constantFrom(null, null, 'add', 'delete', 'Add');
const value = element(
  'value',
  attributes({ operation: valueOperation, encoding: often<string | null>(null, 'base64') }),
  text,
);
const reference = element(
  'dn-value',
  attributes({ operation: valueOperation }),
  fc.constantFrom(
    '',
    '<dn>CN=Ada</dn>',
    '<dn>CN=B</dn><anchor encoding="base64">QUJD</anchor>',
    '<anchor>QUJD</anchor>',
  ),
);
const operation = often<string | null>(
  null,
  'add',
  'replace',
  'update',
  'delete',
  'UPDATE',
  ' delete ',
  'none',
  'odd',
);
const type = often<string | null>('string', 'binary', 'integer', 'boolean', 'String', 'number', null);
const attr = (said: fc.Arbitrary<string | null>) =>
  element(
    'attr',
    attributes({ name, operation: said, type, multivalued: often<string | null>('false', 'true') }),
    many(value, 3),
  );
const dnAttr = (said: fc.Arbitrary<string | null>) =>
  element(
    'dn-attr',
    attributes({ name: referenceName, operation: said, multivalued: often<string | null>('true') }),
    many(reference, 3),
  );
const head = many(
  fc.constantFrom(
    '<anchor encoding="base64">QUJD</anchor>',
    '<objectclass><oc-value>user</oc-value></objectclass>',
    '<primary-objectclass>user</primary-objectclass>',
  ),
  2,
);

const deltaOperation = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom('add', 'update', 'update', 'delete', 'none') },
  {
    weight: 1,
    arbitrary: fc.constantFrom<string | null>(
      'replace',
      'delete-add',
      'obsolete',
      'Update',
      'strange',
      '',
      null,
    ),
  },
);
const changes = fc.oneof(
  fc.constant(''),
  many(
    fc.oneof(
      attr(fc.constantFrom(null, 'add', 'update', 'delete')),
      dnAttr(fc.constantFrom(null, 'add', 'update', 'delete')),
    ),
    4,
  ),
  many(fc.oneof(attr(operation), dnAttr(operation)), 3),
);
const delta = element(
  'delta',
  attributes({
    operation: deltaOperation,
    dn: fc.oneof(attributeText, fc.constant(null)),
    newdn: fc.oneof(fc.constant(null), fc.constant(null), attributeText),
  }),
  fc.tuple(head, changes).map((parts) => parts.join('')),
);
const entry = element(
  'entry',
  attributes({ dn: attributeText }),
  fc
    .tuple(
      head,
      many(fc.oneof(attr(fc.constant(null)), attr(fc.constant(null)), dnAttr(fc.constant(null))), 6),
    )
    .map((parts) => parts.join('')),
);
const nothing = fc.constant('');
const holder = (tag: string, content: fc.Arbitrary<string>) =>
  element(
    tag,
    often('', ' a="1"').map((said) => said),
    fc.tuple(between, content, between).map((parts) => parts.join('')),
  );

const error = fc.oneof(
  { weight: 6, arbitrary: fc.constant('') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...[
        '<export-errordetail/>',
        '<import-errordetail></import-errordetail>',
        '<import-errordetail><import-status>success</import-status></import-errordetail>',
      ],
      ...[
        '<export-errordetail error-type="permission-issue" retry-count="3"/>',
        '<import-errordetail><cd-error><error-code>8344</error-code></cd-error></import-errordetail>',
      ],
      '<export-errordetail first-occurred="2026-01-01"> </export-errordetail>',
    ),
  },
);
const trailing = fc.constantFrom(
  ...[
    '<connector>1</connector>',
    '<connector-state>normal</connector-state>',
    '<mv-link lineage-id="a">{B}</mv-link>',
    '<pending/>',
  ],
  ...[
    '<sequencers><current><batch-number>1</batch-number></current></sequencers>',
    '<sequencers><sequencers/></sequencers>',
    '<pending>1</pending >',
  ],
);
const word = (tag: string, ...seldom: readonly string[]) =>
  often(
    `<${tag}>{0A}</${tag}>`,
    '',
    `<${tag}/>`,
    `<${tag}> {0A} </${tag}>`,
    `<${tag}>Zür&amp;ich – ä</${tag}>`,
    ...seldom,
  );

const children = fc
  .tuple(
    holder('unapplied-export', delta),
    fc.oneof(nothing, holder('escrowed-export', delta)),
    fc.oneof(nothing, holder('unconfirmed-export', fc.oneof(nothing, delta))),
    fc.oneof(nothing, holder('pending-import', delta)),
    holder('synchronized-hologram', fc.oneof(nothing, entry, entry)),
    holder('unapplied-export-hologram', fc.oneof(nothing, entry, entry)),
    fc.oneof(nothing, holder('escrowed-export-hologram', fc.oneof(nothing, entry))),
    fc.oneof(nothing, holder('unconfirmed-export-hologram', entry)),
    fc.oneof(nothing, holder('pending-import-hologram', fc.oneof(nothing, entry))),
    many(trailing, 3),
    error,
    word('ma-id', '<ma-id>{0B}</ma-id><ma-id>{0C}</ma-id>'),
    word('ma-name', '<ma-name><b>x</b>y</ma-name>'),
  )
  .chain((parts) =>
    fc.oneof(
      { weight: 4, arbitrary: fc.constant(parts) },
      { weight: 1, arbitrary: fc.shuffledSubarray(parts) },
    ),
  );

const object = element(
  'cs-object',
  attributes({
    'cs-dn': attributeText,
    id: often<string | null>(
      '{34CF4AD4-73D8-5160-9CFB-4C382343C98A}',
      null,
      ' {0A} ',
      '&#32;{0B}',
      '{&amp;}',
      '',
    ),
    'object-type': often<string | null>('user', 'group', null, ' user', 'user&#10;'),
  }),
  fc.tuple(children, between).map(([parts, gap]) => parts.join(gap)),
);

/** The text of an export in every form that XML and the format allow, and some that no engine writes. Well-formed. */
export const writtenExport = fc
  .tuple(
    often(
      '',
      '<?xml version="1.0"?>',
      '<?xml version="1.0" encoding="utf-8"?>\r\n',
      "<?xml version='1.0' ?>\n",
      '<!-- first -->',
      '\n',
    ),
    often('<cs-objects>', '<cs-objects >', '<cs-objects a="1">'),
    fc.array(object, { maxLength: 4 }),
    fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom('', '\n', '\r\n') },
      { weight: 1, arbitrary: fc.constantFrom('<!-- c -->', '<other/>', '<?p i?>') },
    ),
    often('</cs-objects>', '</cs-objects >', '</cs-objects>\r\n', '</cs-objects><!-- last -->'),
  )
  .map(
    ([declaration, root, objects, gap, end]) =>
      declaration + root + objects.map((one) => one + gap).join('') + end,
  );

/** What damages a document so that the quick reading must find it too: put in anywhere, or cut off there. */
export const DAMAGE = [
  ...[
    '\0',
    '\u000b',
    '\ufffe',
    '<!DOCTYPE a>',
    '<!-- -- -->',
    '<![CDATA[',
    ']]>',
    '<?xml version="1.0"?>',
    '&nbsp;',
    '&#0;',
    '&',
  ],
  ...['<cs-object>', '<cs-object id="x">', '</cs-object>', '</cs-objects>', '<!--', '<?'],
] as const;
