import { create } from 'xmlbuilder2';
import type { Report } from '../model/report.ts';
import { badgeColours, badgeWords } from './badge-words.ts';
import { inertLineReport } from './inert-report.ts';
import type { Reporter } from './reporter.ts';
import { addElement, type XmlElement } from './xml-element.ts';

/** The badge itself, where no service is to be asked for it. */
const badgeSvg: Reporter = {
  name: 'badge-svg',
  title: 'Badge as a picture, to put beside a project',
  file: 'badge.svg',
  onRequest: true,
  render: (report) => `${draw(inertLineReport(report))}\n`,
};

export default badgeSvg;

const HEIGHT = 20;
const PADDING = 7;
/** Of a letter at this size, about; the texts are told how long they have to be. */
const LETTER = 6.4;
const LABEL_COLOUR = '#3c4043';

function draw(report: Report): string {
  const { label, message } = badgeWords(report);
  const [left, right] = [widthOf(label), widthOf(message)];
  const svg = addElement(create({ version: '1.0', encoding: 'UTF-8' }), 'svg', {
    xmlns: 'http://www.w3.org/2000/svg',
    width: left + right,
    height: HEIGHT,
    role: 'img',
    'aria-label': `${label}: ${message}`,
  });
  addElement(svg, 'title', {}, `${label}: ${message}`);
  addPart(svg, { from: 0, width: left, colour: LABEL_COLOUR, text: label });
  addPart(svg, { from: left, width: right, colour: badgeColours[report.verdict], text: message });
  return svg.doc().end({ prettyPrint: true });
}

function widthOf(text: string): number {
  return Math.ceil([...text].length * LETTER) + 2 * PADDING;
}

interface Part {
  readonly from: number;
  readonly width: number;
  readonly colour: string;
  readonly text: string;
}

function addPart(svg: XmlElement, { from, width, colour, text }: Part): void {
  addElement(svg, 'rect', { x: from, width, height: HEIGHT, fill: colour });
  const letters = {
    ...{ x: from + PADDING, y: 14, textLength: width - 2 * PADDING, fill: '#fff' },
    ...{ 'font-family': 'Verdana, DejaVu Sans, sans-serif', 'font-size': 11 },
  };
  addElement(svg, 'text', letters, text);
}
