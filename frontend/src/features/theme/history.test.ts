import { describe, expect, it } from 'vitest';
import { begun, changed, redone, undone } from './history';

describe('the history of a theme', () => {
  it('goes back and forth by steps', () => {
    const two = changed(changed(begun('a'), 'b', 'primary', 0), 'c', 'accent', 100);
    expect(undone(two).present).toBe('b');
    expect(undone(undone(two)).present).toBe('a');
    expect(redone(undone(two)).present).toBe('c');
  });

  it('has nothing before its beginning and nothing after its end', () => {
    const one = changed(begun('a'), 'b', 'primary', 0);
    expect(undone(undone(one))).toEqual(undone(one));
    expect(redone(one)).toBe(one);
  });

  it('counts quick changes of one field as one step, however long they last', () => {
    let history = begun(0);
    for (let i = 1; i <= 10; i++) history = changed(history, i, 'primary', i * 400);
    expect(history.present).toBe(10);
    expect(undone(history).present).toBe(0);
  });

  it('begins a step with another field, and after half a second', () => {
    const other = changed(changed(begun('a'), 'b', 'primary', 0), 'c', 'accent', 10);
    expect(undone(other).present).toBe('b');
    const later = changed(changed(begun('a'), 'b', 'primary', 0), 'c', 'primary', 500);
    expect(undone(later).present).toBe('b');
  });

  it('forgets what was undone when something else is chosen, and does not join the step before', () => {
    const back = undone(changed(changed(begun('a'), 'b', 'primary', 0), 'c', 'primary', 900));
    const another = changed(back, 'd', 'primary', 901);
    expect(redone(another).present).toBe('d');
    expect(undone(another).present).toBe('b');
  });

  it('keeps a hundred steps', () => {
    let history = begun(0);
    for (let i = 1; i <= 150; i++) history = changed(history, i, `field ${i}`, i);
    for (let i = 0; i < 200; i++) history = undone(history);
    expect(history.present).toBe(50);
  });
});
