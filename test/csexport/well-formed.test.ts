import { expect, test } from 'vitest';
import { type Parsed, parseText } from './reading.ts';

/** In one piece, and byte by byte: a parser must not see less when a tag arrives in parts. */
function bothWays(text: string): readonly Parsed[] {
  return [
    parseText(text),
    parseText(
      text,
      Array.from(Buffer.from(text), () => 1),
    ),
  ];
}

const within = (inner: string) => `<cs-objects><cs-object/>${inner}</cs-objects>`;

test.each([
  ['an attribute twice', within('<a b="1" c="2" b="1"/>')],
  ['__proto__ twice', within('<a __proto__="1" __proto__="2"/>')],
  ['hasOwnProperty twice', within('<a hasOwnProperty="1" hasOwnProperty="2"/>')],
  ['an entity of HTML', within('<a>&nbsp;</a>')],
  ['a part of JavaScript as an entity', within('<a>&constructor;</a>')],
  ['__proto__ as an entity', within('<a b="&__proto__;"/>')],
  ['an entity in capitals', within('<a>&LT;</a>')],
  ['a reference in capitals', within('<a>&#X41;</a>')],
  ['an empty reference', within('<a>&;</a>')],
  ['a reference without digits', within('<a>&#;</a>')],
  ['a reference without hexadecimal digits', within('<a>&#x;</a>')],
  ['a reference that is not ended', within('<a>&amp</a>')],
  ['a bare ampersand', within('<a>b & c</a>')],
  ['an ampersand at the end of an attribute', within('<a b="&"/>')],
  ['two first elements', `${within('')}<cs-objects/>`],
  ['text after the first element', `${within('')}x`],
  ['CDATA after the first element', `${within('')}<![CDATA[]]>`],
  ['a reference after the first element', `${within('')}&#32;`],
  ['a space after <', within('< a/>')],
  ['a line end after <', within('<\n!-- x -->')],
  ['a space after </', within('<a></ a>')],
  ['a space before /', within('<a>< /a>')],
  ['CDATA in small letters', within('<a><![cdata[x]]></a>')],
  ['a declaration inside', within('<!FOO>')],
  ['a long declaration inside', within('<!ELEMENT a ANY>')],
  ['an XML declaration inside', within('<?xml version="1.0"?>')],
  ['an XML declaration after white space', ` <?xml version="1.0"?>${within('')}`],
  ['a damaged XML declaration', `<?xml versio="1.0"?>${within('')}`],
  ['an XML declaration in capitals', `<?XML version="1.0"?>${within('')}`],
  ['an instruction with a damaged name', within('<?a<b?>')],
  ['an instruction without a name', within('<? a?>')],
  ['a raw < in an attribute', within('<a b="x<y"/>')],
  ['an attribute without quotes', within('<a b=c/>')],
  ['an attribute without a value', within('<a b/>')],
  ['attributes without a space between', within('<a b="1"c="2"/>')],
  ['two hyphens in a comment', within('<!-- a -- b -->')],
  [']]> in text', within('<a>b]]>c</a>')],
  ['brackets and ]]> in text', within('<a>]]]]></a>')],
  ['an end tag that fits nothing', within('</a>')],
  ['tags that cross', within('<a><b></a></b>')],
  ['an end tag with an attribute', within('<a></a b="1">')],
  ['an end tag without a name', within('<a></></a>')],
  ['a slash in a tag', within('<a / >')],
  ['an element whose name begins with a digit', within('<1/>')],
  ['text that is no XML before the first element', `x${within('')}`],
])('%s is refused', (_, text) => {
  const [whole, bytewise] = bothWays(text);
  expect(['broken', 'not-xml']).toContain(whole?.fault?.reason.kind);
  expect(whole?.fault?.reason.what).not.toMatch(/\n|Line:|undefined|parser fail/);
  expect(bytewise).toEqual(whole);
});

test.each(['&#0;', '&#27;', '&#x1F;', '&#xFFFE;', '&#xD800;', '&#1114112;', '&#99999999999999999999;'])(
  '%s is refused by name, in text and in an attribute',
  (reference) => {
    for (const text of [within(`<a>${reference}</a>`), within(`<a b="${reference}"/>`)]) {
      const [whole, bytewise] = bothWays(text);
      expect(whole?.fault?.reason).toMatchObject({
        kind: 'bad-character',
        what: expect.stringContaining(reference),
      });
      expect(bytewise).toEqual(whole);
    }
  },
);

test.each([
  '<!DOCTYPE cs-objects><cs-objects/>',
  '<!DOCTYPE cs-objects SYSTEM "a.dtd"><cs-objects/>',
  '<!DOCTYPE cs-objects [<!ENTITY a "&a;&a;">]><cs-objects>&a;</cs-objects>',
  '<!doctype html><cs-objects/>',
  '<cs-objects><!DOCTYPE a></cs-objects>',
  '<!DOCTYPE never ended',
])('%s is refused as soon as the DOCTYPE is seen', (text) => {
  const [whole, bytewise] = bothWays(text);
  expect(whole?.fault?.reason.kind).toBe('doctype');
  expect(whole?.fault?.place.byte).toBe(text.search(/<!doctype/i));
  expect(bytewise).toEqual(whole);
});

const anyText = (text: string) => `<cs-objects><cs-object><note>${text}</note></cs-object></cs-objects>`;

test.each([
  ['a]]&gt;b', 'a]]>b'],
  [']&#93;>', ']]>'],
  ['a]b>c]', 'a]b>c]'],
  [']<!-- x -->]>', ']]>'],
  ['<![CDATA[a]]]]><![CDATA[>b]]>', 'a]]>b'],
  ['<![CDATA[< & </ >]]>', '< & </ >'],
  ['<!-- < a --> <!-- ]]> --><!-- &nope; -->b', 'b'],
  ['<?a < b ]]> ?>c', 'c'],
  ['&lt;&#60;&#x3c;&#x0003C;&amp;lt;', '<<<<&lt;'],
  ['\u007f\u0085\u00a0\ufeff\ufffd', '\u007f\u0085\u00a0\ufeff\ufffd'],
  ['&#x10FFFF;', '\u{10ffff}'],
])('%s is well-formed', (written, meant) => {
  for (const { objects, fault } of bothWays(anyText(written))) {
    expect(fault).toBeNull();
    expect(objects[0]?.object.system['note']).toBe(meant.trim());
  }
});

test.each([
  ['b="&#10;&#9;&#13;"', '\n\t\r'],
  ['b="1\n2\t3\r\n4"', '1 2 3 4'],
  ["b='\"&lt;&#60;&gt;>&apos;]]>'", `"<<>>']]>`],
  ['b = "c"', 'c'],
  ['b\n=\n"c"\n', 'c'],
])('the attribute %s is well-formed', (written, meant) => {
  const text = `<cs-objects><cs-object cs-dn="" ${written.replace('b', 'status')} hasOwnProperty="1" __proto__="2" constructor="3"/></cs-objects>`;
  for (const { objects, fault } of bothWays(text)) {
    expect(fault).toBeNull();
    expect(objects[0]?.object.status).toBe(meant.trim() === '' ? null : meant);
  }
});

test('names with a prefix need no namespace', () => {
  expect(parseText('<cs-objects a:b="1"><c:d xmlns:e="f" xml:lang="de"/></cs-objects>').fault).toBeNull();
});

test('an instruction whose end sax overlooks is refused, never the objects behind it', () => {
  const { fault } = parseText(`<cs-objects><?a ??><cs-object/><?b?></cs-objects>`);
  expect(fault?.reason.kind).toBe('broken');
});
