import { useId, type ReactElement, type ReactNode } from 'react';

/** One of a few values, all in sight. */
export function Choice<Value extends string>({
  legend,
  values,
  chosen,
  onChoose,
  render,
}: {
  legend: string;
  values: readonly Value[];
  chosen: Value;
  onChoose: (value: Value) => void;
  render: (value: Value) => ReactNode;
}): ReactElement {
  const name = useId();
  return (
    <fieldset className="choice">
      <legend>{legend}</legend>
      <div>
        {values.map((value) => (
          <label key={value} data-value={value}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === chosen}
              onChange={() => {
                onChoose(value);
              }}
            />
            <span>{render(value)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
