import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import { leanAsyncResources } from './lean-async-resources';

beforeAll(leanAsyncResources);

it('runs what it binds where the resource was made, with its receiver and values', () => {
  const storage = new AsyncLocalStorage<string>();
  const resource = storage.run('made', () => new AsyncResource('test'));
  function told(this: unknown, ...values: unknown[]) {
    return [storage.getStore(), this, values];
  }
  const receiver = { told: resource.bind(told) };
  storage.run('called', () => {
    expect(receiver.told(1, 2)).toEqual(['made', receiver, [1, 2]]);
    const bind = resource.bind.bind(resource) as (callback: typeof told, receiver: unknown) => typeof told;
    expect(bind(told, receiver)(3)).toEqual(['made', receiver, [3]]);
  });
});

it('gives what it binds no property that holds the resource', () => {
  expect(new AsyncResource('test').bind(() => undefined)).not.toHaveProperty('asyncResource');
});

it('hands on what is thrown', () => {
  const failing = new AsyncResource('test').bind(() => {
    throw new Error('as expected');
  });
  expect(failing).toThrow('as expected');
});
