export { eventually } from './eventually';
export { reachableFolder } from './reachable-folder';
export { TestService, TestSystem, publishedOn, startTestService, type Overrides } from './test-service';
export { WholeSystem, launch, type LaunchOptions, type ApiAnswer } from './whole-system';
export { TestDatabase } from './test-database';
export { errorOf, outcomesOf, unique, uniqueEmail } from './builders';
export { probeConsumer, probeProducer, type ProbeDetails, type ProbeWrite } from './probe-services';
export { asyncApi, eventChecker } from './event-schemas';
