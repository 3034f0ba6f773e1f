import { computer, reader } from './desk-state.ts';

/** Which computer a view is about. */
export function ComputerChoice() {
  return (
    <label>
      <span>Computer </span>
      <select value={computer.value} onChange={(event) => (computer.value = Number(event.currentTarget.value))}>
        {reader.value.film.computers.map(({ name, role }, index) => (
          <option key={name} value={index}>
            {name}, {role}
          </option>
        ))}
      </select>
    </label>
  );
}
