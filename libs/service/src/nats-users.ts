import { MODULE_METADATA } from '@nestjs/common/constants';
import type { DynamicModule, Type } from '@nestjs/common';
import { MetadataScanner } from '@nestjs/core';
import { ListenerMetadataExplorer } from '@nestjs/microservices/listener-metadata-explorer';
import {
  consumerPermissions,
  gatewayPermissions,
  servicePermissions,
  type NatsUser,
} from '@relata/messaging';
import type { ServiceDefinition } from './service-definition';

/** Every user that a NATS server knows: the gateway, the services, and `consumer` for those who read events from outside. */
export function natsUsers(definitions: ServiceDefinition[]): NatsUser[] {
  return [
    { name: 'gateway', permissions: gatewayPermissions() },
    ...definitions.map(({ schema, module }) => ({
      name: schema.name,
      permissions: servicePermissions(schema.name, followedEvents(module)),
    })),
    { name: 'consumer', permissions: consumerPermissions() },
  ];
}

/** The event types for which the module has handlers, in itself or in what it imports. */
function followedEvents(module: Type | DynamicModule): string[] {
  const type = 'module' in module ? module.module : module;
  const of = <T>(key: string) => (Reflect.getMetadata(key, type) ?? []) as T[];
  const dynamic = 'module' in module ? module : undefined;
  const controllers = [...of<Type>(MODULE_METADATA.CONTROLLERS), ...(dynamic?.controllers ?? [])];
  const imports = [...of<Type>(MODULE_METADATA.IMPORTS), ...((dynamic?.imports ?? []) as Type[])];
  return [...controllers.flatMap(handledEvents), ...imports.flatMap(followedEvents)];
}

function handledEvents(controller: Type): string[] {
  const explorer = new ListenerMetadataExplorer(new MetadataScanner());
  return explorer
    .explore(Object.create(controller.prototype as object) as never)
    .filter(({ isEventHandler }) => isEventHandler)
    .flatMap(({ patterns }) => patterns as string[]);
}
