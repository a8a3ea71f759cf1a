// Charts with their tables: bars, lines and ranges over the same columns. What a chart says can always be read as a table.
import { scaleBand, scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { FiguresTable } from './figures.tsx';
import css from './chart.module.css';

type Point = number | null;

/** `low` and `high` make a range around the value; null: there is nothing to show. */
export type Series = {
  name: string;
  kind: 'bar' | 'line' | 'range';
  points: readonly Point[];
  low?: readonly Point[];
  high?: readonly Point[];
};

export type ChartProps = {
  /** What is shown, as a heading would say it. */
  title: string;
  /** What the columns are: "Week". */
  across: string;
  /** The columns: `label` under the axis, `full` in the table and for those who hear it. */
  columns: readonly { label: string; full: string }[];
  series: readonly Series[];
  format: (value: number) => string;
  /** The top of the axis where it is known: 1 for shares, 5 for ratings. */
  most?: number;
  least?: number;
  /** The words of the switch between the chart and its table. */
  asTable: ReactNode;
  /** What stands in the table where there is nothing to show. */
  nothing: string;
};

const height = 200;
const room = { top: 12, right: 8, bottom: 26, left: 84 };

/** The drawing is hidden from screen readers: the table under it says the same. */
export function Chart(props: ChartProps) {
  const title = useId();
  return (
    <figure className={css.chart} aria-labelledby={title}>
      <figcaption id={title} className={css.title}>
        {props.title}
      </figcaption>
      {props.series.length > 1 && <Legend series={props.series} />}
      <Drawing {...props} />
      <details className={css.details}>
        <summary>{props.asTable}</summary>
        <Table {...props} labelledBy={title} />
      </details>
    </figure>
  );
}

const Legend = ({ series }: Pick<ChartProps, 'series'>) => (
  <ul className={css.legend}>
    {series.map((each, index) => (
      <li key={each.name}>
        <svg width="22" height="10" aria-hidden="true">
          {each.kind === 'line' ? (
            <line x1="1" x2="21" y1="5" y2="5" className={css.line} data-series={index} />
          ) : (
            <rect width="22" height="10" rx="2" className={css.bar} data-series={index} />
          )}
        </svg>
        {each.name}
      </li>
    ))}
  </ul>
);

function useWidth() {
  const [width, setWidth] = useState(640);
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!ref.current) return;
    const watch = new ResizeObserver(
      ([entry]) => entry && setWidth(Math.max(240, Math.round(entry.contentRect.width))),
    );
    watch.observe(ref.current);
    return () => watch.disconnect();
  }, []);
  return { ref, width };
}

function Drawing({ columns, series, format, most, least = 0 }: ChartProps) {
  const { ref, width } = useWidth();
  const values = series.flatMap((each) => [...each.points, ...(each.high ?? [])]).filter((value) => value !== null);
  const top = most ?? Math.max(1, ...values);
  const y = scaleLinear([least, top], [height - room.bottom, room.top]);
  if (most === undefined) y.nice(4);
  const x = scaleBand(
    columns.map((_, index) => `${index}`),
    [room.left, width - room.right],
  ).paddingInner(0.25);
  const middle = (index: number) => (x(`${index}`) ?? 0) + x.bandwidth() / 2;
  const every = Math.ceil(columns.length / Math.max(1, Math.floor((width - room.left) / 64)));
  const bars = series.filter(({ kind }) => kind === 'bar');
  return (
    <div ref={ref} aria-hidden="true">
      <svg width={width} height={height} className={css.drawing}>
        {y.ticks(4).map((tick) => (
          <g key={tick} transform={`translate(0,${y(tick)})`}>
            <line x1={room.left} x2={width - room.right} className={css.grid} />
            <text x={room.left - 8} dy="0.32em" textAnchor="end">
              {format(tick)}
            </text>
          </g>
        ))}
        {columns.map(({ label, full }, index) =>
          index % every === 0 ? (
            <text key={full} x={middle(index)} y={height - 6} textAnchor="middle">
              {label}
            </text>
          ) : null,
        )}
        {series.map((each, nth) => (
          <Marks
            key={each.name}
            series={each}
            nth={nth}
            middle={middle}
            y={y}
            bar={{
              width: x.bandwidth() / Math.max(1, bars.length),
              place: bars.indexOf(each),
              left: x.bandwidth() / 2,
            }}
            floor={least}
          />
        ))}
      </svg>
    </div>
  );
}

type MarksProps = {
  series: Series;
  nth: number;
  middle: (index: number) => number;
  y: (value: number) => number;
  bar: { width: number; place: number; left: number };
  floor: number;
};

function Marks({ series, nth, middle, y, bar, floor }: MarksProps) {
  const { kind, points, low, high } = series;
  if (kind === 'bar')
    return points.map((value, index) =>
      value === null ? null : (
        <rect
          key={middle(index)}
          className={css.bar}
          data-series={nth}
          x={middle(index) - bar.left + bar.place * bar.width + 1}
          width={Math.max(1, bar.width - 2)}
          y={y(value)}
          height={Math.max(0, y(floor) - y(value))}
          rx={Math.min(3, bar.width / 3)}
        />
      ),
    );
  const path = line<Point>()
    .defined((value) => value !== null)
    .x((_, index) => middle(index))
    .y((value) => y(value ?? 0))([...points]);
  return (
    <>
      {kind === 'range' &&
        points.map((value, index) => {
          const [from, to] = [low?.[index], high?.[index]];
          if (value === null || from === undefined || from === null || to === undefined || to === null) return null;
          return (
            <line
              key={middle(index)}
              className={css.range}
              data-series={nth}
              x1={middle(index)}
              x2={middle(index)}
              y1={y(from)}
              y2={y(to)}
            />
          );
        })}
      {kind === 'line' && path && <path d={path} className={css.line} data-series={nth} />}
      {points.map((value, index) =>
        value === null ? null : (
          <circle key={middle(index)} className={css.dot} data-series={nth} cx={middle(index)} cy={y(value)} r={3.5} />
        ),
      )}
    </>
  );
}

function Table({ across, columns, series, format, nothing, labelledBy }: ChartProps & { labelledBy: string }) {
  const cell = ({ points, low, high }: Series, index: number): string => {
    const value = points[index] ?? null;
    if (value === null) return nothing;
    const [from, to] = [low?.[index] ?? null, high?.[index] ?? null];
    return from === null || to === null ? format(value) : `${format(value)} (${format(from)}–${format(to)})`;
  };
  return (
    <FiguresTable labelledBy={labelledBy} className={css.oneLine}>
      <thead>
        <tr>
          <th scope="col">{across}</th>
          {series.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {columns.map(({ full }, index) => (
          <tr key={full}>
            <th scope="row">{full}</th>
            {series.map((each) => (
              <td key={each.name}>{cell(each, index)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </FiguresTable>
  );
}
