// Written by npm run client:update from docs/openapi.json.
export interface paths {
    "/v1/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List contacts */
        get: operations["listContacts"];
        put?: never;
        /** Create a contact */
        post: operations["createContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a contact; the old id of a merged one answers with the survivor */
        get: operations["getContact"];
        put?: never;
        post?: never;
        /** Delete a contact; it can be restored */
        delete: operations["deleteContact"];
        options?: never;
        head?: never;
        /** Change a contact; absent fields stay, null clears */
        patch: operations["updateContact"];
        trace?: never;
    };
    "/v1/contacts/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a deleted contact back */
        post: operations["restoreContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Merge duplicates into a contact: it wins, its blanks are filled; answers the survivor */
        post: operations["mergeContacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** History of a contact: before and after of every field, who and when */
        get: operations["getContactHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List companies */
        get: operations["listCompanies"];
        put?: never;
        /** Create a company */
        post: operations["createCompany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a company */
        get: operations["getCompany"];
        put?: never;
        post?: never;
        /** Delete a company; it can be restored */
        delete: operations["deleteCompany"];
        options?: never;
        head?: never;
        /** Change a company; absent fields stay, null clears */
        patch: operations["updateCompany"];
        trace?: never;
    };
    "/v1/companies/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a deleted company back */
        post: operations["restoreCompany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** History of a company: before and after of every field, who and when */
        get: operations["getCompanyHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List deals */
        get: operations["listDeals"];
        put?: never;
        /** Create a deal */
        post: operations["createDeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a deal */
        get: operations["getDeal"];
        put?: never;
        post?: never;
        /** Delete a deal; it can be restored */
        delete: operations["deleteDeal"];
        options?: never;
        head?: never;
        /** Change a deal; absent fields stay, null clears */
        patch: operations["updateDeal"];
        trace?: never;
    };
    "/v1/deals/{id}/stage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Move a deal to a stage of its pipeline; a closing stage closes it, an open one reopens it */
        patch: operations["changeDealStage"];
        trace?: never;
    };
    "/v1/deals/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a deal as won or lost */
        post: operations["closeDeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a closed deal again */
        post: operations["reopenDeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a deleted deal back */
        post: operations["restoreDeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** History of a deal: before and after of every field, who and when */
        get: operations["getDealHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pipelines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List pipelines with their stages */
        get: operations["listPipelines"];
        put?: never;
        /** Create a pipeline with its stages */
        post: operations["createPipeline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pipelines/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a pipeline with its stages */
        get: operations["getPipeline"];
        put?: never;
        post?: never;
        /** Delete a pipeline that has no deals */
        delete: operations["deletePipeline"];
        options?: never;
        head?: never;
        /** Rename a pipeline, or make it the default */
        patch: operations["updatePipeline"];
        trace?: never;
    };
    "/v1/pipelines/{id}/stages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a stage; answers the pipeline */
        post: operations["addPipelineStage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pipelines/{id}/stages/{stageId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a stage that has no deals */
        delete: operations["deletePipelineStage"];
        options?: never;
        head?: never;
        /** Change a stage's label, probability or place; answers the pipeline */
        patch: operations["updatePipelineStage"];
        trace?: never;
    };
    "/v1/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List activities */
        get: operations["listActivities"];
        put?: never;
        /** Create an activity */
        post: operations["createActivity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/activities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an activity */
        get: operations["getActivity"];
        put?: never;
        post?: never;
        /** Delete an activity; it can be restored */
        delete: operations["deleteActivity"];
        options?: never;
        head?: never;
        /** Change an activity; absent fields stay, null clears */
        patch: operations["updateActivity"];
        trace?: never;
    };
    "/v1/activities/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a deleted activity back */
        post: operations["restoreActivity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/activities/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** History of an activity: before and after of every field, who and when */
        get: operations["getActivityHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List tasks */
        get: operations["listTasks"];
        put?: never;
        /** Create a task */
        post: operations["createTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a task */
        get: operations["getTask"];
        put?: never;
        post?: never;
        /** Delete a task; it can be restored */
        delete: operations["deleteTask"];
        options?: never;
        head?: never;
        /** Change a task; absent fields stay, null clears */
        patch: operations["updateTask"];
        trace?: never;
    };
    "/v1/tasks/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Complete a task */
        post: operations["completeTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a deleted task back */
        post: operations["restoreTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** History of a task: before and after of every field, who and when */
        get: operations["getTaskHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Timeline of a contact, newest first */
        get: operations["getContactTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Timeline of a company, newest first */
        get: operations["getCompanyTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Timeline of a deal, newest first */
        get: operations["getDealTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/custom-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all custom fields, or those of one type of record */
        get: operations["listCustomFields"];
        put?: never;
        /** Define a custom field */
        post: operations["createCustomField"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/custom-fields/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a custom field */
        get: operations["getCustomField"];
        put?: never;
        post?: never;
        /** Remove a custom field; values that records hold stay stored */
        delete: operations["deleteCustomField"];
        options?: never;
        head?: never;
        /** Change label, options or whether it is required; name and type are fixed */
        patch: operations["updateCustomField"];
        trace?: never;
    };
    "/v1/custom-fields/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** History of a custom field */
        get: operations["getCustomFieldHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the newest imports of all resources */
        get: operations["listImports"];
        put?: never;
        /** Import a CSV file: the answer is the job */
        post: operations["createImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an import is */
        get: operations["getImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rows that were not imported, with column and reason */
        get: operations["getImportErrors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/errors.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as CSV */
        get: operations["getImportErrorsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop an import; what it has written stays */
        post: operations["cancelImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back what an import wrote: the answer is the job that does it */
        post: operations["undoImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the newest exports of all resources */
        get: operations["listExports"];
        put?: never;
        /**
         * Export records: the answer is the job
         * @description All records that the filter leaves, as they are at one moment, and as who asks may see and export them. Get the file at
         *     `/v1/exports/{id}/file` when `status` is `completed`; it is kept for seven days.
         */
        post: operations["createExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an export is */
        get: operations["getExport"];
        put?: never;
        post?: never;
        /** Delete an export and its file; one that runs ends */
        delete: operations["deleteExport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file of an export that is complete */
        get: operations["getExportFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the views of all resources that the caller may see, newest first
         * @description His own, the shared ones of resources that he may read, and those that are shared with him or a team of his.
         *     `filter[resource]=deals`, `filter[ownerId]=me`.
         */
        get: operations["listViews"];
        put?: never;
        /**
         * Save a view
         * @description Filter, sort and fields are held against what there is, as of a search: an unknown one is refused with the nearest.
         *     Use it by `GET /v1/<resource>?view=<id>`, and as `view` in searches, exports and bulk jobs.
         */
        post: operations["createView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a view */
        get: operations["getView"];
        put?: never;
        post?: never;
        /** Delete a view; it can be restored */
        delete: operations["deleteView"];
        options?: never;
        head?: never;
        /** Change a view; absent fields stay, null clears; a filter replaces the one before */
        patch: operations["updateView"];
        trace?: never;
    };
    "/v1/views/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a deleted view back */
        post: operations["restoreView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/views/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** History of a view: before and after of every field, who and when */
        get: operations["getViewHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/pipeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deals by stage: count, amount and weighted amount, one sum a currency */
        get: operations["getPipelineReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/outcomes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deals won and lost by close date, in groups */
        get: operations["getOutcomesReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/conversion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Of the deals that entered each stage in the period, how many are won */
        get: operations["getConversionReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Page through all events
         * @description Send `page.nextCursor`, which is never null here, as `after` to read on: at once while `page.hasMore`, later when
         *     not. Events of one service come in the order of their positions.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow events as they come: server-sent events
         * @description Each has the position behind it as its id: a client that comes back with it in `Last-Event-ID` (which goes before
         *     `after`) misses nothing and gets nothing twice. A comment every 15 s says that the stream lives. A reader that takes
         *     nothing for a while is cut. 503 with `Retry-After` when this gateway has as many open streams as it may.
         */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/parked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what services could not apply, with the reasons; service by service */
        get: operations["listParkedEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/parked/{service}/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have the service try it again; should it fail again, it is parked again */
        post: operations["retryParkedEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/parked/{service}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Give it up: it will never take effect in that service */
        delete: operations["dropParkedEvent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send events again to one consumer alone
         * @description They are read from the services' own logs, so the retention of the streams plays no part. A long log takes several
         *     calls: repeat with `from` set to `next` until that is null.
         */
        post: operations["replayEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that was done, newest first: by whom, to which record, when */
        get: operations["listAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hold the logs against their seals
         * @description Names the first event of each service that is gone, or does not say what it said when it was sealed, within a second of
         *     its commit. Long logs take several calls: repeat with `after` set to `next` until that is null. What was sealed can be
         *     altered together with every seal since, by who may write to Postgres: note `seals` elsewhere and hold them against
         *     `GET /v1/audit/seals/{service}/{position}` later.
         */
        get: operations["verifyAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/seals/{service}/{position}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The seal at a position, as an earlier verification told of it */
        get: operations["getAuditSeal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List users */
        get: operations["listUsers"];
        put?: never;
        /** Create a user */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a user */
        get: operations["getUser"];
        put?: never;
        post?: never;
        /** Delete a user; it can be restored */
        delete: operations["deleteUser"];
        options?: never;
        head?: never;
        /** Change a user; absent fields stay, null clears */
        patch: operations["updateUser"];
        trace?: never;
    };
    "/v1/users/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a deleted user back */
        post: operations["restoreUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** History of a user: before and after of every field, who and when */
        get: operations["getUserHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List roles */
        get: operations["listRoles"];
        put?: never;
        /** Create a role */
        post: operations["createRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/roles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a role */
        get: operations["getRole"];
        put?: never;
        post?: never;
        /** Delete a role; it can be restored */
        delete: operations["deleteRole"];
        options?: never;
        head?: never;
        /** Change a role; absent fields stay, null clears */
        patch: operations["updateRole"];
        trace?: never;
    };
    "/v1/roles/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a deleted role back */
        post: operations["restoreRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/roles/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** History of a role: before and after of every field, who and when */
        get: operations["getRoleHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{resource}/{id}/shares/{granteeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Share a record with a user or a team, or change how far; wants the right to update it */
        put: operations["shareRecord"];
        post?: never;
        /** Share a record no more */
        delete: operations["unshareRecord"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Up to 1,000 writes of one resource in one request, in order
         * @description `atomic`, as when it is absent: all or nothing, and the error names the operation, `/operations/3/body/email`. Not
         *     `atomic`: each by itself, and `results` says of each what became of it.
         */
        post: operations["batchContacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Up to 1,000 writes of one resource in one request, in order
         * @description `atomic`, as when it is absent: all or nothing, and the error names the operation, `/operations/3/body/email`. Not
         *     `atomic`: each by itself, and `results` says of each what became of it.
         */
        post: operations["batchCompanies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Up to 1,000 writes of one resource in one request, in order
         * @description `atomic`, as when it is absent: all or nothing, and the error names the operation, `/operations/3/body/email`. Not
         *     `atomic`: each by itself, and `results` says of each what became of it.
         */
        post: operations["batchDeals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/activities/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Up to 1,000 writes of one resource in one request, in order
         * @description `atomic`, as when it is absent: all or nothing, and the error names the operation, `/operations/3/body/email`. Not
         *     `atomic`: each by itself, and `results` says of each what became of it.
         */
        post: operations["batchActivities"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Up to 1,000 writes of one resource in one request, in order
         * @description `atomic`, as when it is absent: all or nothing, and the error names the operation, `/operations/3/body/email`. Not
         *     `atomic`: each by itself, and `results` says of each what became of it.
         */
        post: operations["batchTasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Up to 1,000 writes of one resource in one request, in order
         * @description `atomic`, as when it is absent: all or nothing, and the error names the operation, `/operations/3/body/email`. Not
         *     `atomic`: each by itself, and `results` says of each what became of it.
         */
        post: operations["batchUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/teams/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Up to 1,000 writes of one resource in one request, in order
         * @description `atomic`, as when it is absent: all or nothing, and the error names the operation, `/operations/3/body/email`. Not
         *     `atomic`: each by itself, and `results` says of each what became of it.
         */
        post: operations["batchTeams"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/by-external/{system}/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Make a record, or change the one that another system knows by that key
         * @description The body is that of a creation; of a record that is there, what is absent stays. 201 when it was made, 200 when it was
         *     changed or equal already; `Upsert-Outcome` says which: `created`, `updated`, `unchanged`.
         */
        put: operations["upsertContact"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies/by-external/{system}/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Make a record, or change the one that another system knows by that key
         * @description The body is that of a creation; of a record that is there, what is absent stays. 201 when it was made, 200 when it was
         *     changed or equal already; `Upsert-Outcome` says which: `created`, `updated`, `unchanged`.
         */
        put: operations["upsertCompany"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/by-external/{system}/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Make a record, or change the one that another system knows by that key
         * @description The body is that of a creation; of a record that is there, what is absent stays. 201 when it was made, 200 when it was
         *     changed or equal already; `Upsert-Outcome` says which: `created`, `updated`, `unchanged`.
         */
        put: operations["upsertDeal"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/activities/by-external/{system}/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Make a record, or change the one that another system knows by that key
         * @description The body is that of a creation; of a record that is there, what is absent stays. 201 when it was made, 200 when it was
         *     changed or equal already; `Upsert-Outcome` says which: `created`, `updated`, `unchanged`.
         */
        put: operations["upsertActivity"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/by-external/{system}/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Make a record, or change the one that another system knows by that key
         * @description The body is that of a creation; of a record that is there, what is absent stays. 201 when it was made, 200 when it was
         *     changed or equal already; `Upsert-Outcome` says which: `created`, `updated`, `unchanged`.
         */
        put: operations["upsertTask"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/by-external/{system}/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Make a record, or change the one that another system knows by that key
         * @description The body is that of a creation; of a record that is there, what is absent stays. 201 when it was made, 200 when it was
         *     changed or equal already; `Upsert-Outcome` says which: `created`, `updated`, `unchanged`.
         */
        put: operations["upsertUser"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/teams/by-external/{system}/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Make a record, or change the one that another system knows by that key
         * @description The body is that of a creation; of a record that is there, what is absent stays. 201 when it was made, 200 when it was
         *     changed or equal already; `Upsert-Outcome` says which: `created`, `updated`, `unchanged`.
         */
        put: operations["upsertTeam"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Update, delete or restore all records that a filter leaves
         * @description Up to 1,000 in one request, newest first, each by itself; while `page.nextCursor` is not null, send the request again with it
         *     as `cursor`. A record that somebody changes at that moment is refused (412), as the filter may leave it out by then. Without `filter`,
         *     `q` or `view` the request is refused: nobody means all records. `?dryRun=true` tells what would be done.
         */
        post: operations["bulkContacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Update, delete or restore all records that a filter leaves
         * @description Up to 1,000 in one request, newest first, each by itself; while `page.nextCursor` is not null, send the request again with it
         *     as `cursor`. A record that somebody changes at that moment is refused (412), as the filter may leave it out by then. Without `filter`,
         *     `q` or `view` the request is refused: nobody means all records. `?dryRun=true` tells what would be done.
         */
        post: operations["bulkCompanies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Update, delete or restore all records that a filter leaves
         * @description Up to 1,000 in one request, newest first, each by itself; while `page.nextCursor` is not null, send the request again with it
         *     as `cursor`. A record that somebody changes at that moment is refused (412), as the filter may leave it out by then. Without `filter`,
         *     `q` or `view` the request is refused: nobody means all records. `?dryRun=true` tells what would be done.
         */
        post: operations["bulkDeals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/activities/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Update, delete or restore all records that a filter leaves
         * @description Up to 1,000 in one request, newest first, each by itself; while `page.nextCursor` is not null, send the request again with it
         *     as `cursor`. A record that somebody changes at that moment is refused (412), as the filter may leave it out by then. Without `filter`,
         *     `q` or `view` the request is refused: nobody means all records. `?dryRun=true` tells what would be done.
         */
        post: operations["bulkActivities"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Update, delete or restore all records that a filter leaves
         * @description Up to 1,000 in one request, newest first, each by itself; while `page.nextCursor` is not null, send the request again with it
         *     as `cursor`. A record that somebody changes at that moment is refused (412), as the filter may leave it out by then. Without `filter`,
         *     `q` or `view` the request is refused: nobody means all records. `?dryRun=true` tells what would be done.
         */
        post: operations["bulkTasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Up to 1,000 writes of contacts, companies, deals, activities and tasks in one request: all, or nothing
         * @description An operation may name its record, `"ref": "acme"`, and later ones point at it: `{ "$ref": "acme" }` as `id`, or as `contactId`,
         *     `companyId` or `dealId` of a body. An error names the operation, `/operations/3/body/email`. Records of several services appear
         *     one service after the other; when a later one refuses its part, what was done is taken back.
         */
        post: operations["batchAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List by a filter with and, or and not
         * @description The same as the list with parameters, in JSON: `{ "filter": { "or": [{ "field": "amount", "op": "gte", "value": 1000 },
         *     { "field": "company.industry", "op": "in", "value": ["Retail"] }] }, "sort": ["-createdAt"] }`.
         */
        post: operations["searchContacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/companies/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List by a filter with and, or and not
         * @description The same as the list with parameters, in JSON: `{ "filter": { "or": [{ "field": "amount", "op": "gte", "value": 1000 },
         *     { "field": "company.industry", "op": "in", "value": ["Retail"] }] }, "sort": ["-createdAt"] }`.
         */
        post: operations["searchCompanies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deals/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List by a filter with and, or and not
         * @description The same as the list with parameters, in JSON: `{ "filter": { "or": [{ "field": "amount", "op": "gte", "value": 1000 },
         *     { "field": "company.industry", "op": "in", "value": ["Retail"] }] }, "sort": ["-createdAt"] }`.
         */
        post: operations["searchDeals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/activities/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List by a filter with and, or and not
         * @description The same as the list with parameters, in JSON: `{ "filter": { "or": [{ "field": "amount", "op": "gte", "value": 1000 },
         *     { "field": "company.industry", "op": "in", "value": ["Retail"] }] }, "sort": ["-createdAt"] }`.
         */
        post: operations["searchActivities"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List by a filter with and, or and not
         * @description The same as the list with parameters, in JSON: `{ "filter": { "or": [{ "field": "amount", "op": "gte", "value": 1000 },
         *     { "field": "company.industry", "op": "in", "value": ["Retail"] }] }, "sort": ["-createdAt"] }`.
         */
        post: operations["searchTasks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search contacts, companies, deals, activities and tasks
         * @description All words must occur: as words, beginnings of words or, from three letters on, anywhere. Upper and lower case and
         *     accents are no matter; parts of e-mail addresses and telephone numbers are found. When fewer than five records are
         *     found, those with similar words follow. A search sees every write that was answered before it.
         */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Say which rule allows or denies an action; for another user with the right to manage users */
        get: operations["explainAccess"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List teams */
        get: operations["listTeams"];
        put?: never;
        /** Create a team */
        post: operations["createTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/teams/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a team */
        get: operations["getTeam"];
        put?: never;
        post?: never;
        /** Delete a team; it can be restored */
        delete: operations["deleteTeam"];
        options?: never;
        head?: never;
        /** Change a team; absent fields stay, null clears */
        patch: operations["updateTeam"];
        trace?: never;
    };
    "/v1/teams/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a deleted team back */
        post: operations["restoreTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/teams/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** History of a team: before and after of every field, who and when */
        get: operations["getTeamHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List API keys; never the keys themselves */
        get: operations["listApiKeys"];
        put?: never;
        /** Create an API key; this answer alone shows it */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an API key's description */
        get: operations["getApiKey"];
        put?: never;
        post?: never;
        /** Revoke an API key; every gateway refuses it within a second */
        delete: operations["deleteApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List sessions: one's own, or all with the right to */
        get: operations["listSessions"];
        put?: never;
        /** Sign in by e-mail and password */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get another access token by the refresh token, which works once
         * @description The answer holds its successor. Of requests that come at once one succeeds, the others get 409. A token that comes again
         *     later was stolen: the session ends.
         */
        post: operations["refreshSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a session */
        get: operations["getSession"];
        put?: never;
        post?: never;
        /** Sign out: the session's tokens are refused everywhere within a second */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public keys that access tokens are verified by (RFC 7517) */
        get: operations["getSigningKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/signing-keys/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign with a new key from now on; tokens of the former live to their end */
        post: operations["rotateSigningKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ExternalKeyView: {
            /** @description Name of the other system, e.g. `hubspot`. */
            system: string;
            /** @description The record's key there. */
            key: string;
        };
        /**
         * @example {
         *       "id": "01a20644-b1bc-726a-a213-000000000005",
         *       "version": 1,
         *       "createdAt": "2026-11-23T09:30:00.000Z",
         *       "updatedAt": "2026-11-23T09:30:00.000Z",
         *       "deletedAt": null,
         *       "ownerId": "01a20644-b1bc-726a-a213-000000000001",
         *       "readerIds": [],
         *       "editorIds": [],
         *       "externalKeys": [
         *         {
         *           "system": "hubspot",
         *           "key": "4711"
         *         }
         *       ],
         *       "customFields": {
         *         "newsletter": true
         *       },
         *       "addressLine1": null,
         *       "addressLine2": null,
         *       "city": null,
         *       "state": null,
         *       "postalCode": null,
         *       "country": null,
         *       "tags": [
         *         "vip"
         *       ],
         *       "firstName": "Ada",
         *       "lastName": "Lovelace",
         *       "email": "ada@engines.example",
         *       "secondaryEmails": [],
         *       "phone": "020 7946 0991",
         *       "phoneE164": "+442079460991",
         *       "mobile": null,
         *       "mobileE164": null,
         *       "title": "Head of Computing",
         *       "department": null,
         *       "leadSource": "Fair",
         *       "leadStatus": null,
         *       "lifecycleStage": "customer",
         *       "companyId": "01a20644-b1bc-726a-a213-000000000004",
         *       "mergedIntoId": null
         *     }
         */
        ContactView: {
            tags: string[];
            firstName: string | null;
            lastName: string | null;
            email: string | null;
            /** @description Further addresses, e.g. of merged duplicates; unique together with the first ones. */
            secondaryEmails: string[];
            phone: string | null;
            /** @description E.164, where the number can be read. */
            phoneE164: string | null;
            mobile: string | null;
            /** @description E.164, where the number can be read. */
            mobileE164: string | null;
            title: string | null;
            department: string | null;
            leadSource: string | null;
            leadStatus: string | null;
            lifecycleStage: string | null;
            companyId: string | null;
            /** @description The contact that this one became part of. */
            mergedIntoId: string | null;
            addressLine1: string | null;
            addressLine2: string | null;
            city: string | null;
            state: string | null;
            postalCode: string | null;
            country: string | null;
            /** @description UUIDv7. */
            id: string;
            /** @description Raised by one with every event of the record. */
            version: number;
            /** @description RFC 3339 UTC. */
            createdAt: string;
            /** @description RFC 3339 UTC. */
            updatedAt: string;
            /** @description RFC 3339 UTC; null while the record lives. */
            deletedAt: string | null;
            /** @description User who is responsible for the record. */
            ownerId: string | null;
            /** @description Users and teams that the record is shared with: they see it, whoever owns it. */
            readerIds: string[];
            /** @description Those of them who may also change it. */
            editorIds: string[];
            /** @description Keys by which other systems know the record. */
            externalKeys: components["schemas"]["ExternalKeyView"][];
            /** @description Values by field name, as the custom fields define them. */
            customFields: {
                [key: string]: unknown;
            };
        };
        ExternalKeyRequest: {
            /** @description Name of the other system: lower-case letters, digits, `_`, `.` and `-`. */
            system: string;
            key: string;
        };
        /**
         * @example {
         *       "tags": [
         *         "vip"
         *       ],
         *       "firstName": "Ada",
         *       "lastName": "Lovelace",
         *       "email": "ada@engines.example",
         *       "phone": "020 7946 0991",
         *       "title": "Head of Computing",
         *       "leadSource": "Fair",
         *       "lifecycleStage": "customer",
         *       "companyId": "01a20644-b1bc-726a-a213-000000000004",
         *       "ownerId": "01a20644-b1bc-726a-a213-000000000001",
         *       "externalKeys": [
         *         {
         *           "system": "hubspot",
         *           "key": "4711"
         *         }
         *       ],
         *       "customFields": {
         *         "newsletter": true
         *       }
         *     }
         */
        CreateContactRequest: {
            /** @description Words to find it by, up to 50. */
            tags?: string[];
            firstName?: string | null;
            lastName?: string | null;
            /**
             * Format: email
             * @description Unique among live contacts, ignoring case. Required unless the installation says otherwise.
             */
            email?: string | null;
            /** @description Kept as given; the E.164 form stands beside it where the number can be read. */
            phone?: string | null;
            mobile?: string | null;
            title?: string | null;
            department?: string | null;
            leadSource?: string | null;
            leadStatus?: string | null;
            /** @description `lead` when absent. */
            lifecycleStage?: string | null;
            /** Format: uuid */
            companyId?: string | null;
            addressLine1?: string | null;
            addressLine2?: string | null;
            city?: string | null;
            state?: string | null;
            postalCode?: string | null;
            country?: string | null;
            /**
             * Format: uuid
             * @description User who is responsible; the caller when absent.
             */
            ownerId?: string | null;
            /** @description Keys by which other systems know the record; unique among live records. */
            externalKeys?: components["schemas"]["ExternalKeyRequest"][];
            /** @description Values by field name. In a PATCH they are merged; null removes one. */
            customFields?: {
                [key: string]: unknown;
            };
        };
        /**
         * @example {
         *       "ownerId": "01a20644-b1bc-726a-a213-000000000001"
         *     }
         */
        UpdateContactRequest: {
            /**
             * Format: uuid
             * @description User who is responsible; the caller when absent.
             */
            ownerId?: string | null;
            /** @description Keys by which other systems know the record; unique among live records. */
            externalKeys?: components["schemas"]["ExternalKeyRequest"][];
            /** @description Values by field name. In a PATCH they are merged; null removes one. */
            customFields?: {
                [key: string]: unknown;
            };
            addressLine1?: string | null;
            addressLine2?: string | null;
            city?: string | null;
            state?: string | null;
            postalCode?: string | null;
            country?: string | null;
            /** @description Words to find it by, up to 50. */
            tags?: string[];
            firstName?: string | null;
            lastName?: string | null;
            /**
             * Format: email
             * @description Unique among live contacts, ignoring case. Required unless the installation says otherwise.
             */
            email?: string | null;
            /** @description Kept as given; the E.164 form stands beside it where the number can be read. */
            phone?: string | null;
            mobile?: string | null;
            title?: string | null;
            department?: string | null;
            leadSource?: string | null;
            leadStatus?: string | null;
            /** @description `lead` when absent. */
            lifecycleStage?: string | null;
            /** Format: uuid */
            companyId?: string | null;
        };
        /**
         * @example {
         *       "duplicateIds": [
         *         "01a20644-b1bc-726a-a213-000000000015"
         *       ]
         *     }
         */
        MergeContactsRequest: {
            /** @description Contacts that become part of the one in the path; 1 to 50. */
            duplicateIds: string[];
        };
        FieldChangeView: {
            field: string;
            /** @description Any JSON value; null when there was none. */
            before: unknown;
            /** @description Any JSON value; null when there is none. */
            after: unknown;
        };
        HistoryEntryView: {
            eventId: string;
            /** @description `contact.created`, `deal.stageChanged`, … */
            type: string;
            /** @description The record's version after it. */
            version: number;
            /** @description User who did it; null when the system did. */
            actorId: string | null;
            actorName: string;
            requestId: string;
            recordedAt: string;
            /** @description When it happened: for imported history the time that it tells of. */
            occurredAt: string;
            changes: components["schemas"]["FieldChangeView"][];
        };
        /**
         * @example {
         *       "id": "01a20644-b1bc-726a-a213-000000000004",
         *       "version": 1,
         *       "createdAt": "2026-11-23T09:30:00.000Z",
         *       "updatedAt": "2026-11-23T09:30:00.000Z",
         *       "deletedAt": null,
         *       "ownerId": "01a20644-b1bc-726a-a213-000000000001",
         *       "readerIds": [],
         *       "editorIds": [],
         *       "externalKeys": [],
         *       "customFields": {},
         *       "addressLine1": null,
         *       "addressLine2": null,
         *       "city": "London",
         *       "state": null,
         *       "postalCode": null,
         *       "country": "GB",
         *       "name": "Analytical Engines Ltd",
         *       "tags": [
         *         "customer"
         *       ],
         *       "domain": "engines.example",
         *       "industry": "Manufacturing",
         *       "employeeCount": 120,
         *       "annualRevenue": "2500000.50",
         *       "phone": "+44 20 7946 0958",
         *       "phoneE164": "+442079460958",
         *       "website": "https://engines.example"
         *     }
         */
        CompanyView: {
            tags: string[];
            name: string;
            domain: string | null;
            industry: string | null;
            employeeCount: number | null;
            /** @description Decimal string. */
            annualRevenue: string | null;
            phone: string | null;
            /** @description E.164, where the number can be read. */
            phoneE164: string | null;
            website: string | null;
            addressLine1: string | null;
            addressLine2: string | null;
            city: string | null;
            state: string | null;
            postalCode: string | null;
            country: string | null;
            /** @description UUIDv7. */
            id: string;
            /** @description Raised by one with every event of the record. */
            version: number;
            /** @description RFC 3339 UTC. */
            createdAt: string;
            /** @description RFC 3339 UTC. */
            updatedAt: string;
            /** @description RFC 3339 UTC; null while the record lives. */
            deletedAt: string | null;
            /** @description User who is responsible for the record. */
            ownerId: string | null;
            /** @description Users and teams that the record is shared with: they see it, whoever owns it. */
            readerIds: string[];
            /** @description Those of them who may also change it. */
            editorIds: string[];
            /** @description Keys by which other systems know the record. */
            externalKeys: components["schemas"]["ExternalKeyView"][];
            /** @description Values by field name, as the custom fields define them. */
            customFields: {
                [key: string]: unknown;
            };
        };
        /**
         * @example {
         *       "tags": [
         *         "customer"
         *       ],
         *       "name": "Analytical Engines Ltd",
         *       "domain": "engines.example",
         *       "industry": "Manufacturing",
         *       "employeeCount": 120,
         *       "annualRevenue": "2500000.50",
         *       "phone": "+44 20 7946 0958",
         *       "website": "https://engines.example",
         *       "city": "London",
         *       "country": "GB",
         *       "ownerId": "01a20644-b1bc-726a-a213-000000000001"
         *     }
         */
        CreateCompanyRequest: {
            /** @description Words to find it by, up to 50. */
            tags?: string[];
            name: string;
            /** @description Unique among live companies, ignoring case. */
            domain?: string | null;
            industry?: string | null;
            employeeCount?: number | null;
            /** @description Decimal string, e.g. `"1100.04"`. */
            annualRevenue?: string | null;
            phone?: string | null;
            /** Format: uri */
            website?: string | null;
            addressLine1?: string | null;
            addressLine2?: string | null;
            city?: string | null;
            state?: string | null;
            postalCode?: string | null;
            country?: string | null;
            /**
             * Format: uuid
             * @description User who is responsible; the caller when absent.
             */
            ownerId?: string | null;
            /** @description Keys by which other systems know the record; unique among live records. */
            externalKeys?: components["schemas"]["ExternalKeyRequest"][];
            /** @description Values by field name. In a PATCH they are merged; null removes one. */
            customFields?: {
                [key: string]: unknown;
            };
        };
        /**
         * @example {
         *       "ownerId": "01a20644-b1bc-726a-a213-000000000001"
         *     }
         */
        UpdateCompanyRequest: {
            /**
             * Format: uuid
             * @description User who is responsible; the caller when absent.
             */
            ownerId?: string | null;
            /** @description Keys by which other systems know the record; unique among live records. */
            externalKeys?: components["schemas"]["ExternalKeyRequest"][];
            /** @description Values by field name. In a PATCH they are merged; null removes one. */
            customFields?: {
                [key: string]: unknown;
            };
            addressLine1?: string | null;
            addressLine2?: string | null;
            city?: string | null;
            state?: string | null;
            postalCode?: string | null;
            country?: string | null;
            /** @description Words to find it by, up to 50. */
            tags?: string[];
            name?: string;
            /** @description Unique among live companies, ignoring case. */
            domain?: string | null;
            industry?: string | null;
            employeeCount?: number | null;
            /** @description Decimal string, e.g. `"1100.04"`. */
            annualRevenue?: string | null;
            phone?: string | null;
            /** Format: uri */
            website?: string | null;
        };
        /**
         * @example {
         *       "id": "01a20644-b1bc-726a-a213-000000000008",
         *       "version": 1,
         *       "createdAt": "2026-11-23T09:30:00.000Z",
         *       "updatedAt": "2026-11-23T09:30:00.000Z",
         *       "deletedAt": null,
         *       "ownerId": "01a20644-b1bc-726a-a213-000000000001",
         *       "readerIds": [],
         *       "editorIds": [],
         *       "externalKeys": [],
         *       "customFields": {},
         *       "tags": [],
         *       "name": "Difference engine",
         *       "amount": "12000",
         *       "currency": "EUR",
         *       "pipelineId": "01a20644-b1bc-726a-a213-000000000006",
         *       "stageId": "01a20644-b1bc-726a-a213-000000000007",
         *       "stage": "proposal",
         *       "probability": 50,
         *       "weightedAmount": "6000",
         *       "status": "open",
         *       "expectedCloseDate": "2026-12-31",
         *       "actualCloseDate": null,
         *       "contactId": "01a20644-b1bc-726a-a213-000000000005",
         *       "companyId": "01a20644-b1bc-726a-a213-000000000004",
         *       "wonReason": null,
         *       "lostReason": null
         *     }
         */
        DealView: {
            tags: string[];
            name: string;
            /** @description Decimal string. */
            amount: string | null;
            /** @description ISO 4217. */
            currency: string;
            pipelineId: string;
            stageId: string;
            /** @description The stage's key. */
            stage: string;
            /** @description Percent. */
            probability: number;
            /** @description Amount × probability, decimal string; null without an amount. */
            weightedAmount: string | null;
            /** @enum {string} */
            status: "open" | "won" | "lost";
            /** @description Calendar date. */
            expectedCloseDate: string | null;
            /** @description Calendar date in the installation's time zone; set while won or lost. */
            actualCloseDate: string | null;
            contactId: string | null;
            companyId: string | null;
            wonReason: string | null;
            lostReason: string | null;
            /** @description UUIDv7. */
            id: string;
            /** @description Raised by one with every event of the record. */
            version: number;
            /** @description RFC 3339 UTC. */
            createdAt: string;
            /** @description RFC 3339 UTC. */
            updatedAt: string;
            /** @description RFC 3339 UTC; null while the record lives. */
            deletedAt: string | null;
            /** @description User who is responsible for the record. */
            ownerId: string | null;
            /** @description Users and teams that the record is shared with: they see it, whoever owns it. */
            readerIds: string[];
            /** @description Those of them who may also change it. */
            editorIds: string[];
            /** @description Keys by which other systems know the record. */
            externalKeys: components["schemas"]["ExternalKeyView"][];
            /** @description Values by field name, as the custom fields define them. */
            customFields: {
                [key: string]: unknown;
            };
        };
        /**
         * @example {
         *       "name": "Difference engine",
         *       "amount": "12000",
         *       "currency": "EUR",
         *       "pipelineId": "01a20644-b1bc-726a-a213-000000000006",
         *       "stage": "proposal",
         *       "probability": 50,
         *       "expectedCloseDate": "2026-12-31",
         *       "contactId": "01a20644-b1bc-726a-a213-000000000005",
         *       "companyId": "01a20644-b1bc-726a-a213-000000000004",
         *       "ownerId": "01a20644-b1bc-726a-a213-000000000001"
         *     }
         */
        CreateDealRequest: {
            /** @description Words to find it by, up to 50. */
            tags?: string[];
            name: string;
            /** @description Decimal string, e.g. `"1234.50"`; zero and null are values. */
            amount?: string | null;
            /** @description ISO 4217; `USD` when absent. */
            currency?: string;
            /**
             * Format: uuid
             * @description The default pipeline when absent.
             */
            pipelineId?: string;
            /** @description Key of a stage; the pipeline's first when absent. A closing stage closes the deal. */
            stage?: string;
            /** @description Percent; the stage's when absent. */
            probability?: number;
            expectedCloseDate?: string | null;
            /** Format: uuid */
            contactId?: string | null;
            /** Format: uuid */
            companyId?: string | null;
            /**
             * Format: uuid
             * @description User who is responsible; the caller when absent.
             */
            ownerId?: string | null;
            /** @description Keys by which other systems know the record; unique among live records. */
            externalKeys?: components["schemas"]["ExternalKeyRequest"][];
            /** @description Values by field name. In a PATCH they are merged; null removes one. */
            customFields?: {
                [key: string]: unknown;
            };
        };
        /**
         * @example {
         *       "ownerId": "01a20644-b1bc-726a-a213-000000000001"
         *     }
         */
        UpdateDealRequest: {
            /**
             * Format: uuid
             * @description User who is responsible; the caller when absent.
             */
            ownerId?: string | null;
            /** @description Keys by which other systems know the record; unique among live records. */
            externalKeys?: components["schemas"]["ExternalKeyRequest"][];
            /** @description Values by field name. In a PATCH they are merged; null removes one. */
            customFields?: {
                [key: string]: unknown;
            };
            /** @description Words to find it by, up to 50. */
            tags?: string[];
            name?: string;
            /** @description Decimal string, e.g. `"1234.50"`; zero and null are values. */
            amount?: string | null;
            /** @description ISO 4217; `USD` when absent. */
            currency?: string;
            /** @description Percent; the stage's when absent. */
            probability?: number;
            expectedCloseDate?: string | null;
            /** Format: uuid */
            contactId?: string | null;
            /** Format: uuid */
            companyId?: string | null;
            /** @description Of a closed deal. */
            actualCloseDate?: string;
            /** @description Of a won deal. */
            wonReason?: string | null;
            /** @description Of a lost deal. */
            lostReason?: string | null;
        };
        /**
         * @example {
         *       "stage": "proposal"
         *     }
         */
        ChangeStageRequest: {
            /** @description Key of a stage of the deal's pipeline, e.g. `proposal`. */
            stage: string;
        };
        /**
         * @example {
         *       "outcome": "won",
         *       "reason": "Best offer"
         *     }
         */
        CloseDealRequest: {
            /** @enum {string} */
            outcome: "won" | "lost";
            reason?: string | null;
            /** @description Date or RFC 3339 time; now when absent. */
            closedAt?: string;
        };
        /**
         * @example {
         *       "stage": "negotiation"
         *     }
         */
        ReopenDealRequest: {
            /** @description Key of an open stage; the one that the deal was closed from when absent. */
            stage?: string;
        };
        /**
         * @example {
         *       "id": "01a20644-b1bc-726a-a213-000000000007",
         *       "version": 1,
         *       "createdAt": "2026-11-23T09:30:00.000Z",
         *       "updatedAt": "2026-11-23T09:30:00.000Z",
         *       "deletedAt": null,
         *       "ownerId": null,
         *       "readerIds": [],
         *       "editorIds": [],
         *       "externalKeys": [],
         *       "customFields": {},
         *       "pipelineId": "01a20644-b1bc-726a-a213-000000000006",
         *       "key": "proposal",
         *       "label": "Proposal",
         *       "probability": 50,
         *       "kind": "open",
         *       "position": 1
         *     }
         */
        StageView: {
            pipelineId: string;
            key: string;
            label: string;
            /** @description Percent. */
            probability: number;
            /** @enum {string} */
            kind: "open" | "won" | "lost";
            /** @description Place in the order, from 0. */
            position: number;
            /** @description UUIDv7. */
            id: string;
            /** @description Raised by one with every event of the record. */
            version: number;
            /** @description RFC 3339 UTC. */
            createdAt: string;
            /** @description RFC 3339 UTC. */
            updatedAt: string;
            /** @description RFC 3339 UTC; null while the record lives. */
            deletedAt: string | null;
            /** @description User who is responsible for the record. */
            ownerId: string | null;
            /** @description Users and teams that the record is shared with: they see it, whoever owns it. */
            readerIds: string[];
            /** @description Those of them who may also change it. */
            editorIds: string[];
            /** @description Keys by which other systems know the record. */
            externalKeys: components["schemas"]["ExternalKeyView"][];
            /** @description Values by field name, as the custom fields define them. */
            customFields: {
                [key: string]: unknown;
            };
        };
        PipelineWithStagesView: {
            stages: components["schemas"]["StageView"][];
            name: string;
            isDefault: boolean;
            /** @description UUIDv7. */
            id: string;
            /** @description Raised by one with every event of the record. */
            version: number;
            /** @description RFC 3339 UTC. */
            createdAt: string;
            /** @description RFC 3339 UTC. */
            updatedAt: string;
            /** @description RFC 3339 UTC; null while the record lives. */
            deletedAt: string | null;
            /** @description User who is responsible for the record. */
            ownerId: string | null;
            /** @description Users and teams that the record is shared with: they see it, whoever owns it. */
            readerIds: string[];
            /** @description Those of them who may also change it. */
            editorIds: string[];
            /** @description Keys by which other systems know the record. */
            externalKeys: components["schemas"]["ExternalKeyView"][];
            /** @description Values by field name, as the custom fields define them. */
            customFields: {
                [key: string]: unknown;
            };
        };
        StageRequest: {
            /** @description Fixed once made: lower-case letters, digits and `_`. */
            key: string;
            label: string;
            /** @description Percent. */
            probability: number;
            /**
             * @description `open`, or what a deal in it is.
             * @enum {string}
             */
            kind: "open" | "won" | "lost";
        };
        /**
         * @example {
         *       "name": "Partners",
         *       "stages": [
         *         {
         *           "key": "qualification",
         *           "label": "Qualification",
         *           "probability": 10,
         *           "kind": "open"
         *         },
         *         {
         *           "key": "won",
         *           "label": "Won",
         *           "probability": 100,
         *           "kind": "won"
         *         },
         *         {
         *           "key": "lost",
         *           "label": "Lost",
         *           "probability": 0,
         *           "kind": "lost"
         *         }
         *       ]
         *     }
         */
        CreatePipelineRequest: {
            /** @description Unique among live pipelines, ignoring case. */
            name: string;
            /** @description In order; at least one open, exactly one won and one lost. */
            stages: components["schemas"]["StageRequest"][];
        };
        /**
         * @example {
         *       "name": "Sales"
         *     }
         */
        UpdatePipelineRequest: {
            name?: string;
            /**
             * @description True makes this the default pipeline, and no other.
             * @enum {boolean}
             */
            isDefault?: true;
        };
        /**
         * @example {
         *       "key": "proposal",
         *       "label": "Proposal",
         *       "probability": 50,
         *       "kind": "open",
         *       "position": 1
         *     }
         */
        CreateStageRequest: {
            /** @description Fixed once made: lower-case letters, digits and `_`. */
            key: string;
            label: string;
            /** @description Percent. */
            probability: number;
            /**
             * @description `open`, or what a deal in it is.
             * @enum {string}
             */
            kind: "open" | "won" | "lost";
            /** @description Place in the order, from 0; the end of the open stages when absent. */
            position?: number;
        };
        /**
         * @example {
         *       "label": "Proposal"
         *     }
         */
        UpdateStageRequest: {
            label?: string;
            /** @description For deals that enter it from now on. */
            probability?: number;
            position?: number;
        };
        /**
         * @example {
         *       "id": "01a20644-b1bc-726a-a213-000000000009",
         *       "version": 1,
         *       "createdAt": "2026-11-23T09:30:00.000Z",
         *       "updatedAt": "2026-11-23T09:30:00.000Z",
         *       "deletedAt": null,
         *       "ownerId": "01a20644-b1bc-726a-a213-000000000001",
         *       "readerIds": [],
         *       "editorIds": [],
         *       "externalKeys": [],
         *       "customFields": {},
         *       "type": "call",
         *       "subject": "Asked for a proposal",
         *       "description": null,
         *       "contactId": "01a20644-b1bc-726a-a213-000000000005",
         *       "companyId": "01a20644-b1bc-726a-a213-000000000004",
         *       "dealId": "01a20644-b1bc-726a-a213-000000000008",
         *       "createdById": "01a20644-b1bc-726a-a213-000000000001",
         *       "activityDate": "2026-11-23T09:30:00.000Z",
         *       "duration": 15
         *     }
         */
        ActivityView: {
            /** @description `call`, `email`, `meeting`, `note`; written by events: `contact_created`, `deal_created`, `deal_stage_changed`, `deal_won`, `deal_lost`. */
            type: string;
            subject: string;
            description: string | null;
            contactId: string | null;
            companyId: string | null;
            dealId: string | null;
            /** @description User; null when the system wrote it. */
            createdById: string | null;
            /** @description When it took place, RFC 3339 UTC. */
            activityDate: string;
            /** @description Minutes. */
            duration: number | null;
            /** @description UUIDv7. */
            id: string;
            /** @description Raised by one with every event of the record. */
            version: number;
            /** @description RFC 3339 UTC. */
            createdAt: string;
            /** @description RFC 3339 UTC. */
            updatedAt: string;
            /** @description RFC 3339 UTC; null while the record lives. */
            deletedAt: string | null;
            /** @description User who is responsible for the record. */
            ownerId: string | null;
            /** @description Users and teams that the record is shared with: they see it, whoever owns it. */
            readerIds: string[];
            /** @description Those of them who may also change it. */
            editorIds: string[];
            /** @description Keys by which other systems know the record. */
            externalKeys: components["schemas"]["ExternalKeyView"][];
            /** @description Values by field name, as the custom fields define them. */
            customFields: {
                [key: string]: unknown;
            };
        };
        /**
         * @example {
         *       "type": "call",
         *       "subject": "Asked for a proposal",
         *       "contactId": "01a20644-b1bc-726a-a213-000000000005",
         *       "companyId": "01a20644-b1bc-726a-a213-000000000004",
         *       "dealId": "01a20644-b1bc-726a-a213-000000000008",
         *       "activityDate": "2026-11-23T09:30:00.000Z",
         *       "duration": 15,
         *       "ownerId": "01a20644-b1bc-726a-a213-000000000001"
         *     }
         */
        CreateActivityRequest: {
            /** @enum {string} */
            type: "call" | "email" | "meeting" | "note";
            subject: string;
            description?: string | null;
            /** Format: uuid */
            contactId?: string | null;
            /** Format: uuid */
            companyId?: string | null;
            /** Format: uuid */
            dealId?: string | null;
            /** @description When it took place: date or RFC 3339 time; now when absent. */
            activityDate?: string;
            /** @description Minutes. */
            duration?: number | null;
            /**
             * Format: uuid
             * @description User who is responsible; the caller when absent.
             */
            ownerId?: string | null;
            /** @description Keys by which other systems know the record; unique among live records. */
            externalKeys?: components["schemas"]["ExternalKeyRequest"][];
            /** @description Values by field name. In a PATCH they are merged; null removes one. */
            customFields?: {
                [key: string]: unknown;
            };
        };
        /**
         * @example {
         *       "ownerId": "01a20644-b1bc-726a-a213-000000000001"
         *     }
         */
        UpdateActivityRequest: {
            /**
             * Format: uuid
             * @description User who is responsible; the caller when absent.
             */
            ownerId?: string | null;
            /** @description Keys by which other systems know the record; unique among live records. */
            externalKeys?: components["schemas"]["ExternalKeyRequest"][];
            /** @description Values by field name. In a PATCH they are merged; null removes one. */
            customFields?: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            type?: "call" | "email" | "meeting" | "note";
            subject?: string;
            description?: string | null;
            /** Format: uuid */
            contactId?: string | null;
            /** Format: uuid */
            companyId?: string | null;
            /** Format: uuid */
            dealId?: string | null;
            /** @description When it took place: date or RFC 3339 time; now when absent. */
            activityDate?: string;
            /** @description Minutes. */
            duration?: number | null;
        };
        /**
         * @example {
         *       "id": "01a20644-b1bc-726a-a213-000000000010",
         *       "version": 1,
         *       "createdAt": "2026-11-23T09:30:00.000Z",
         *       "updatedAt": "2026-11-23T09:30:00.000Z",
         *       "deletedAt": null,
         *       "ownerId": "01a20644-b1bc-726a-a213-000000000001",
         *       "readerIds": [],
         *       "editorIds": [],
         *       "externalKeys": [],
         *       "customFields": {},
         *       "title": "Send the proposal",
         *       "description": null,
         *       "status": "pending",
         *       "priority": "high",
         *       "dueDate": "2026-11-27T17:00:00.000Z",
         *       "completedAt": null,
         *       "contactId": "01a20644-b1bc-726a-a213-000000000005",
         *       "companyId": "01a20644-b1bc-726a-a213-000000000004",
         *       "dealId": "01a20644-b1bc-726a-a213-000000000008",
         *       "assignedToId": "01a20644-b1bc-726a-a213-000000000001",
         *       "createdById": "01a20644-b1bc-726a-a213-000000000001"
         *     }
         */
        TaskView: {
            title: string;
            description: string | null;
            /** @enum {string} */
            status: "pending" | "in_progress" | "completed" | "cancelled";
            /** @enum {string} */
            priority: "low" | "normal" | "high" | "urgent";
            /** @description RFC 3339 UTC. */
            dueDate: string | null;
            /** @description RFC 3339 UTC; set while completed. */
            completedAt: string | null;
            contactId: string | null;
            companyId: string | null;
            dealId: string | null;
            /** @description User who is to do it. */
            assignedToId: string | null;
            /** @description User; null when the system wrote it. */
            createdById: string | null;
            /** @description UUIDv7. */
            id: string;
            /** @description Raised by one with every event of the record. */
            version: number;
            /** @description RFC 3339 UTC. */
            createdAt: string;
            /** @description RFC 3339 UTC. */
            updatedAt: string;
            /** @description RFC 3339 UTC; null while the record lives. */
            deletedAt: string | null;
            /** @description User who is responsible for the record. */
            ownerId: string | null;
            /** @description Users and teams that the record is shared with: they see it, whoever owns it. */
            readerIds: string[];
            /** @description Those of them who may also change it. */
            editorIds: string[];
            /** @description Keys by which other systems know the record. */
            externalKeys: components["schemas"]["ExternalKeyView"][];
            /** @description Values by field name, as the custom fields define them. */
            customFields: {
                [key: string]: unknown;
            };
        };
        /**
         * @example {
         *       "title": "Send the proposal",
         *       "status": "pending",
         *       "priority": "high",
         *       "dueDate": "2026-11-27T17:00:00.000Z",
         *       "contactId": "01a20644-b1bc-726a-a213-000000000005",
         *       "companyId": "01a20644-b1bc-726a-a213-000000000004",
         *       "dealId": "01a20644-b1bc-726a-a213-000000000008",
         *       "assignedToId": "01a20644-b1bc-726a-a213-000000000001",
         *       "ownerId": "01a20644-b1bc-726a-a213-000000000001"
         *     }
         */
        CreateTaskRequest: {
            title: string;
            description?: string | null;
            /**
             * @description `pending` when absent.
             * @enum {string}
             */
            status?: "pending" | "in_progress" | "completed" | "cancelled";
            /**
             * @description `normal` when absent.
             * @enum {string}
             */
            priority?: "low" | "normal" | "high" | "urgent";
            /** @description Date or RFC 3339 time. */
            dueDate?: string | null;
            /** Format: uuid */
            contactId?: string | null;
            /** Format: uuid */
            companyId?: string | null;
            /** Format: uuid */
            dealId?: string | null;
            /**
             * Format: uuid
             * @description User who is to do it.
             */
            assignedToId?: string | null;
            /**
             * Format: uuid
             * @description User who is responsible; the caller when absent.
             */
            ownerId?: string | null;
            /** @description Keys by which other systems know the record; unique among live records. */
            externalKeys?: components["schemas"]["ExternalKeyRequest"][];
            /** @description Values by field name. In a PATCH they are merged; null removes one. */
            customFields?: {
                [key: string]: unknown;
            };
        };
        /**
         * @example {
         *       "ownerId": "01a20644-b1bc-726a-a213-000000000001"
         *     }
         */
        UpdateTaskRequest: {
            /**
             * Format: uuid
             * @description User who is responsible; the caller when absent.
             */
            ownerId?: string | null;
            /** @description Keys by which other systems know the record; unique among live records. */
            externalKeys?: components["schemas"]["ExternalKeyRequest"][];
            /** @description Values by field name. In a PATCH they are merged; null removes one. */
            customFields?: {
                [key: string]: unknown;
            };
            title?: string;
            description?: string | null;
            /**
             * @description `pending` when absent.
             * @enum {string}
             */
            status?: "pending" | "in_progress" | "completed" | "cancelled";
            /**
             * @description `normal` when absent.
             * @enum {string}
             */
            priority?: "low" | "normal" | "high" | "urgent";
            /** @description Date or RFC 3339 time. */
            dueDate?: string | null;
            /** Format: uuid */
            contactId?: string | null;
            /** Format: uuid */
            companyId?: string | null;
            /** Format: uuid */
            dealId?: string | null;
            /**
             * Format: uuid
             * @description User who is to do it.
             */
            assignedToId?: string | null;
        };
        TimelineEntryView: {
            /** @enum {string} */
            kind: "activity" | "task";
            /** @description The activity's date; a task's creation. */
            at: string;
            id: string;
            /** @description The activity's type; `task` for a task. */
            type: string;
            /** @description Subject of the activity, title of the task. */
            subject: string;
            description: string | null;
            /** @description Of a task. */
            status: string | null;
            contactId: string | null;
            companyId: string | null;
            dealId: string | null;
            /** @description User; null when the system wrote it. */
            createdById: string | null;
        };
        CustomFieldOptionView: {
            value: string;
            label: string;
        };
        CustomFieldView: {
            /** @description `contact`, `company`, `deal`, `activity` or `task`. */
            entityType: string;
            fieldName: string;
            /** @description `text`, `number`, `boolean`, `date`, `datetime`, `select`, `multiselect`, `url`, `email`, `phone`, `currency` or `reference`. */
            fieldType: string;
            /** @description Of a reference: `contact`, `company`, `deal` or `user`; null of others. */
            target: string | null;
            fieldLabel: string;
            options: components["schemas"]["CustomFieldOptionView"][];
            required: boolean;
            /** @description Whether lists are to filter and sort by it fast. */
            indexed: boolean;
            /** @description `building`, `ready` or `failed`; null of a field that is not indexed. */
            indexState: string | null;
            /** @description Why it failed; mark the field `indexed` again when that is mended. */
            indexError: string | null;
            /** @description UUIDv7. */
            id: string;
            /** @description Raised by one with every event of the record. */
            version: number;
            /** @description RFC 3339 UTC. */
            createdAt: string;
            /** @description RFC 3339 UTC. */
            updatedAt: string;
            /** @description RFC 3339 UTC; null while the record lives. */
            deletedAt: string | null;
            /** @description User who is responsible for the record. */
            ownerId: string | null;
            /** @description Users and teams that the record is shared with: they see it, whoever owns it. */
            readerIds: string[];
            /** @description Those of them who may also change it. */
            editorIds: string[];
            /** @description Keys by which other systems know the record. */
            externalKeys: components["schemas"]["ExternalKeyView"][];
            /** @description Values by field name, as the custom fields define them. */
            customFields: {
                [key: string]: unknown;
            };
        };
        CustomFieldOptionRequest: {
            value: string;
            /** @description The value itself when absent. */
            label?: string;
        };
        /**
         * @example {
         *       "entityType": "contact",
         *       "fieldName": "tier",
         *       "fieldType": "select",
         *       "fieldLabel": "Tier",
         *       "options": [
         *         {
         *           "value": "gold",
         *           "label": "Gold"
         *         }
         *       ]
         *     }
         */
        CreateCustomFieldRequest: {
            /** @enum {string} */
            entityType: "contact" | "company" | "deal" | "activity" | "task";
            /** @description Key in `customFields`; fixed once made, unique for the type of record. */
            fieldName: string;
            /**
             * @description Fixed once made.
             * @enum {string}
             */
            fieldType: "text" | "number" | "boolean" | "date" | "datetime" | "select" | "multiselect" | "url" | "email" | "phone" | "currency" | "reference";
            /**
             * @description Of a reference: the type of record whose ids are its values. Fixed once made.
             * @enum {string}
             */
            target?: "contact" | "company" | "deal" | "user";
            fieldLabel: string;
            /** @description Of a select or multiselect. */
            options?: components["schemas"]["CustomFieldOptionRequest"][];
            /** @description Whether new records must have it; what exists already stays as it is. */
            required?: boolean;
            /**
             * @description Whether lists can filter and sort by it fast, however many records there are. The index is built while others write;
             *     `indexState` tells when it is ready. Texts of an indexed field have at most 500 characters. A
             *     reference always is: it follows the merges of what it points at.
             */
            indexed?: boolean;
        };
        /**
         * @example {
         *       "fieldLabel": "Class"
         *     }
         */
        UpdateCustomFieldRequest: {
            fieldLabel?: string;
            /** @description Of a select or multiselect. */
            options?: components["schemas"]["CustomFieldOptionRequest"][];
            /** @description Whether new records must have it; what exists already stays as it is. */
            required?: boolean;
            /**
             * @description Whether lists can filter and sort by it fast, however many records there are. The index is built while others write;
             *     `indexState` tells when it is ready. Texts of an indexed field have at most 500 characters. A
             *     reference always is: it follows the merges of what it points at.
             */
            indexed?: boolean;
        };
        ImportOptionsRequest: {
            /** @enum {string} */
            resource: "users" | "companies" | "contacts" | "deals" | "activities" | "tasks";
            /** @description System whose keys `externalId` and `….externalId` are; required with them. */
            externalSystem?: string;
            /** @description Column → field, or column → `{ field, values, format }`. Columns that are not named are ignored and listed. */
            mapping: {
                [key: string]: unknown;
            };
        };
        ImportView: {
            id: string;
            /** @description `users`, `companies`, `contacts`, `deals`, `activities` or `tasks`. */
            resource: string;
            /** @enum {string} */
            status: "completed" | "cancelled" | "queued" | "running" | "failed" | "completed_with_errors";
            fileName: string | null;
            /** @description The import that this job undoes; its rows are the records that the import wrote, the last one first. */
            undoOf: string | null;
            /** @description Rows in the file; null until they are counted. */
            total: number | null;
            processed: number;
            created: number;
            updated: number;
            unchanged: number;
            /** @description By an undo: records that the import had created. */
            deleted: number;
            failed: number;
            /** @description Columns of the file that the mapping does not name. */
            ignoredColumns: string[];
            rowsPerSecond: number | null;
            secondsLeft: number | null;
            /** @description Why the whole import failed. */
            error: string | null;
            createdAt: string;
            startedAt: string | null;
            finishedAt: string | null;
        };
        ImportErrorView: {
            /** @description Row of the file; the first below the header is 1. */
            row: number;
            /** @description Column that is to blame; null when none is. */
            column: string | null;
            reason: string;
        };
        /**
         * @example {
         *       "resource": "deals",
         *       "format": "csv",
         *       "fields": [
         *         "name",
         *         "amount",
         *         "currency"
         *       ]
         *     }
         */
        CreateExportRequest: {
            /** @enum {string} */
            resource: "contacts" | "companies" | "deals" | "activities" | "tasks";
            /**
             * @description `csv` when absent; `ndjson` is a JSON object a line.
             * @enum {string}
             */
            format?: "csv" | "ndjson";
            /**
             * Format: uuid
             * @description A saved view, whose filter must hold, too; its sort and fields stand unless they are given here.
             */
            view?: string;
            /** @description As of `POST /v1/<resource>/search`; all records when absent. */
            filter?: Record<string, never>;
            sort?: string[];
            q?: string;
            /** @enum {string} */
            deleted?: "only";
            /** @description The columns; all when absent. */
            fields?: string[];
        };
        ExportView: {
            resource: string;
            /** @enum {string} */
            format: "csv" | "ndjson";
            /** @description Which records, and which of their fields, were asked for. */
            plan: Record<string, never>;
            /** @enum {string} */
            status: "completed" | "cancelled" | "queued" | "running" | "failed";
            /** @description Records in the file; null until it is complete. */
            rows: number | null;
            /** @description Why it failed. */
            error: string | null;
            startedAt: string | null;
            finishedAt: string | null;
            /** @description UUIDv7. */
            id: string;
            /** @description Raised by one with every event of the record. */
            version: number;
            /** @description RFC 3339 UTC. */
            createdAt: string;
            /** @description RFC 3339 UTC. */
            updatedAt: string;
            /** @description RFC 3339 UTC; null while the record lives. */
            deletedAt: string | null;
            /** @description User who is responsible for the record. */
            ownerId: string | null;
            /** @description Users and teams that the record is shared with: they see it, whoever owns it. */
            readerIds: string[];
            /** @description Those of them who may also change it. */
            editorIds: string[];
            /** @description Keys by which other systems know the record. */
            externalKeys: components["schemas"]["ExternalKeyView"][];
            /** @description Values by field name, as the custom fields define them. */
            customFields: {
                [key: string]: unknown;
            };
        };
        SavedView: {
            /** @description `contacts`, `companies`, `deals`, `activities` or `tasks`. */
            resource: string;
            name: string;
            /**
             * @description `private`: for the owner, and for those it is shared with. `shared`: for everybody who may read the resource.
             * @enum {string}
             */
            visibility: "private" | "shared";
            /** @description In full: with every `op`, and values as texts; null for all records. */
            filter: Record<string, never> | null;
            /** @description Fields, `-` before one for descending; newest first when empty. */
            sort: string[];
            /** @description The fields to answer; all when empty. */
            fields: string[];
            /** @description Related records in the same answer. */
            include: string[];
            /** @description Words that must all occur. */
            q: string | null;
            /** @description UUIDv7. */
            id: string;
            /** @description Raised by one with every event of the record. */
            version: number;
            /** @description RFC 3339 UTC. */
            createdAt: string;
            /** @description RFC 3339 UTC. */
            updatedAt: string;
            /** @description RFC 3339 UTC; null while the record lives. */
            deletedAt: string | null;
            /** @description User who is responsible for the record. */
            ownerId: string | null;
            /** @description Users and teams that the record is shared with: they see it, whoever owns it. */
            readerIds: string[];
            /** @description Those of them who may also change it. */
            editorIds: string[];
            /** @description Keys by which other systems know the record. */
            externalKeys: components["schemas"]["ExternalKeyView"][];
            /** @description Values by field name, as the custom fields define them. */
            customFields: {
                [key: string]: unknown;
            };
        };
        /**
         * @example {
         *       "resource": "deals",
         *       "name": "My big ones",
         *       "visibility": "shared",
         *       "filter": {
         *         "and": [
         *           {
         *             "field": "ownerId",
         *             "value": "me"
         *           },
         *           {
         *             "field": "amount",
         *             "op": "gte",
         *             "value": 10000
         *           }
         *         ]
         *       },
         *       "sort": [
         *         "-amount"
         *       ]
         *     }
         */
        CreateSavedViewRequest: {
            /**
             * Format: uuid
             * @description User who is responsible; the caller when absent.
             */
            ownerId?: string | null;
            /** @description Keys by which other systems know the record; unique among live records. */
            externalKeys?: components["schemas"]["ExternalKeyRequest"][];
            /**
             * @description Of what it is a list; fixed once made.
             * @enum {string}
             */
            resource: "contacts" | "companies" | "deals" | "activities" | "tasks";
            name: string;
            /**
             * @description `private` when absent: for the owner, and for those it is shared with. `shared`: for everybody who may read the resource.
             * @enum {string}
             */
            visibility?: "private" | "shared";
            /** @description As of `POST /v1/<resource>/search`; all records when absent. A PATCH replaces it as a whole. */
            filter?: Record<string, never> | null;
            /** @description `["-createdAt", "lastName"]`; newest first when absent. */
            sort?: string[] | null;
            /** @description The fields to answer; all when absent. */
            fields?: string[] | null;
            /** @description Related records in the same answer. */
            include?: string[] | null;
            /** @description Words that must all occur. */
            q?: string | null;
        };
        /**
         * @example {
         *       "visibility": "private"
         *     }
         */
        UpdateSavedViewRequest: {
            /**
             * Format: uuid
             * @description User who is responsible; the caller when absent.
             */
            ownerId?: string | null;
            /** @description Keys by which other systems know the record; unique among live records. */
            externalKeys?: components["schemas"]["ExternalKeyRequest"][];
            name?: string;
            /**
             * @description `private` when absent: for the owner, and for those it is shared with. `shared`: for everybody who may read the resource.
             * @enum {string}
             */
            visibility?: "private" | "shared";
            /** @description As of `POST /v1/<resource>/search`; all records when absent. A PATCH replaces it as a whole. */
            filter?: Record<string, never> | null;
            /** @description `["-createdAt", "lastName"]`; newest first when absent. */
            sort?: string[] | null;
            /** @description The fields to answer; all when absent. */
            fields?: string[] | null;
            /** @description Related records in the same answer. */
            include?: string[] | null;
            /** @description Words that must all occur. */
            q?: string | null;
        };
        StageSumView: {
            /** @description ISO 4217. */
            currency: string;
            /** @description Decimal string. */
            amount: string;
            /** @description Sum of amount × probability, decimal string. */
            weightedAmount: string;
        };
        PipelineStageView: {
            pipelineId: string;
            stageId: string;
            /** @description Key of the stage. */
            stage: string;
            label: string;
            /** @enum {string} */
            kind: "open" | "won" | "lost";
            /** @description Deals in the stage, those without an amount included. */
            count: number;
            /** @description Never mixed: one sum a currency. */
            amounts: components["schemas"]["StageSumView"][];
        };
        PipelineReportView: {
            data: components["schemas"]["PipelineStageView"][];
        };
        MoneyView: {
            /** @description Decimal string. */
            amount: string;
            /** @description ISO 4217. */
            currency: string;
        };
        OutcomeView: {
            /** @description Id of the owner, team or company; `2017-03`; `2017-Q1`; the custom field's value; null for deals that have none. */
            key: string | null;
            /** @description For people; null for deals that have none. */
            label: string | null;
            won: number;
            lost: number;
            /** @description won / (won + lost), four decimals. */
            winRate: string;
            wonAmount: components["schemas"]["MoneyView"][];
            /** @description Days from creation to close of the won deals, two decimals; null when none was won. */
            avgDaysToClose: string | null;
        };
        OutcomesReportView: {
            data: components["schemas"]["OutcomeView"][];
        };
        ConversionView: {
            pipelineId: string;
            stageId: string;
            /** @description Key of the stage. */
            stage: string;
            label: string;
            /** @description Deals that entered the stage in the period, each once. */
            entered: number;
            /** @description Those of them that are won now. */
            won: number;
            /** @description won / entered, four decimals; null when none entered. */
            conversionRate: string | null;
        };
        ConversionReportView: {
            data: components["schemas"]["ConversionView"][];
        };
        EventView: {
            /** @description `before` and `after` of the changed fields, the record under its type, and details of the event type. */
            data: Record<string, never>;
            specversion: string;
            /** @description UUIDv7; also the JetStream message id. Never an order. */
            id: string;
            /** @description `/relata/<service>`: the service whose log holds it. */
            source: string;
            /** @description `contact.created`, `deal.stageChanged`, …; also the NATS subject. */
            type: string;
            /** @description Id of the record. */
            subject: string;
            /** @description When it happened (for imported history the time it tells of), RFC 3339 UTC. */
            time: string;
            datacontenttype: string;
            /** @description Type of the record; the member of `data` that holds it goes by this name. */
            recordtype: string;
            /** @description Version of the record after this event; contiguous, so a consumer can prove that it missed nothing. */
            recordversion: number;
            /** @description Gapless position in the log of the producing service. */
            position: number;
            /** @description When it was written down, RFC 3339 UTC. */
            recordedat: string;
            /** @description User id, absent when the system acted. */
            actorid?: string;
            actorname: string;
            /** @description The `X-Request-Id` of the request. */
            requestid: string;
            /** @description Id of the event that caused this one, absent when none did. */
            causationid?: string;
        };
        ParkedEventView: {
            /**
             * @description Service that could not apply it.
             * @enum {string}
             */
            service: "contact" | "deal" | "activity" | "identity" | "reporting";
            eventId: string;
            /** @description `deal.won`; for a message that is no event, its subject. */
            type: string;
            /** @description Message of the last failure. */
            reason: string;
            parkedAt: string;
            /** @description The event, or `{ "text": … }` of a message that is none. */
            payload: {
                [key: string]: unknown;
            };
        };
        ReplayRequest: {
            /** @description A service (`activity`), or a name of your choice: the events come on the stream `REPLAY_<name>`. */
            to: string;
            /** @description `start`, a position (`page.nextCursor` of GET /v1/events, or a stream's event id), or a time (RFC 3339). */
            from: string;
            /** @description Types of event; all when absent. */
            types?: string[];
            /** @description A service skips what it has applied before. Forced, the event takes effect once more. */
            force?: boolean;
        };
        ReplayView: {
            sent: number;
            /** @description To be sent as `from`, with all else the same, for the rest; null when all is sent. */
            next: string | null;
        };
        AuditEntryView: {
            eventId: string;
            /** @description `contact.created`, `deal.stageChanged`, … */
            type: string;
            /** @description The record's version after it. */
            version: number;
            /** @description User who did it; null when the system did. */
            actorId: string | null;
            actorName: string;
            requestId: string;
            recordedAt: string;
            /** @description When it happened: for imported history the time that it tells of. */
            occurredAt: string;
            changes: components["schemas"]["FieldChangeView"][];
            /**
             * @description Whose log holds it.
             * @enum {string}
             */
            service: "contact" | "deal" | "activity" | "identity" | "reporting";
            recordType: string;
            recordId: string;
            /** @description What the type of event says beyond the changes. */
            details: Record<string, never>;
        };
        AuditProblemView: {
            /** @enum {string} */
            service: "contact" | "deal" | "activity" | "identity" | "reporting";
            /** @enum {string} */
            kind: "altered" | "missing" | "unlisted" | "seal";
            /** @description In the log of that service; of an unlisted event, of the last one before it. */
            position: number;
            eventId: string | null;
            recordType: string | null;
            recordId: string | null;
            message: string;
        };
        AuditSealView: {
            /** @enum {string} */
            service: "contact" | "deal" | "activity" | "identity" | "reporting";
            /** @description The last position that is sealed by it. */
            position: number;
            /** @description SHA-256 in hex; of the link before, and of the digests of the events. */
            seal: string;
        };
        AuditVerificationView: {
            /** @description Events that this call looked at. */
            checked: number;
            /** @description Those of them whose personal data was erased: their attributes alone can be proven. */
            erased: number;
            /** @description The first of each service, where there is one. */
            problems: components["schemas"]["AuditProblemView"][];
            /** @description How far each service's chain was followed. */
            seals: components["schemas"]["AuditSealView"][];
            /** @description To be sent as `after` for the rest; null when all logs are through. */
            next: string | null;
        };
        /**
         * @example {
         *       "id": "01a20644-b1bc-726a-a213-000000000001",
         *       "version": 1,
         *       "createdAt": "2026-11-23T09:30:00.000Z",
         *       "updatedAt": "2026-11-23T09:30:00.000Z",
         *       "deletedAt": null,
         *       "ownerId": null,
         *       "readerIds": [],
         *       "editorIds": [],
         *       "externalKeys": [],
         *       "customFields": {},
         *       "name": "Anna Weber",
         *       "email": "anna@example.com",
         *       "teamId": "01a20644-b1bc-726a-a213-000000000002",
         *       "roleId": "01980000-0000-7000-8000-000000000003",
         *       "status": "active",
         *       "kind": "person"
         *     }
         */
        UserView: {
            name: string;
            email: string | null;
            teamId: string | null;
            /** @description What the user may do. */
            roleId: string;
            /**
             * @description A disabled user can neither sign in nor use a key; what it owns stays.
             * @enum {string}
             */
            status: "disabled" | "active";
            /**
             * @description A service account has no password: it acts by API keys alone.
             * @enum {string}
             */
            kind: "service" | "person";
            /** @description UUIDv7. */
            id: string;
            /** @description Raised by one with every event of the record. */
            version: number;
            /** @description RFC 3339 UTC. */
            createdAt: string;
            /** @description RFC 3339 UTC. */
            updatedAt: string;
            /** @description RFC 3339 UTC; null while the record lives. */
            deletedAt: string | null;
            /** @description User who is responsible for the record. */
            ownerId: string | null;
            /** @description Users and teams that the record is shared with: they see it, whoever owns it. */
            readerIds: string[];
            /** @description Those of them who may also change it. */
            editorIds: string[];
            /** @description Keys by which other systems know the record. */
            externalKeys: components["schemas"]["ExternalKeyView"][];
            /** @description Values by field name, as the custom fields define them. */
            customFields: {
                [key: string]: unknown;
            };
        };
        /**
         * @example {
         *       "name": "Anna Weber",
         *       "email": "anna@example.com",
         *       "teamId": "01a20644-b1bc-726a-a213-000000000002",
         *       "roleId": "01980000-0000-7000-8000-000000000003",
         *       "status": "active",
         *       "kind": "person"
         *     }
         */
        CreateUserRequest: {
            name: string;
            /**
             * Format: email
             * @description Unique among live users, ignoring case. A user without one cannot sign in.
             */
            email?: string | null;
            /** Format: uuid */
            teamId?: string | null;
            /**
             * Format: uuid
             * @description What the user may do; the role `rep` when absent.
             */
            roleId?: string;
            /**
             * @description A disabled user can neither sign in nor use a key; what it owns stays.
             * @enum {string}
             */
            status?: "active" | "disabled";
            /**
             * @description A service account has no password: it acts by API keys alone.
             * @enum {string}
             */
            kind?: "person" | "service";
            /** @description Never answered. Without one the user cannot sign in. */
            password?: string;
            /** @description Keys by which other systems know the user; unique among live users. */
            externalKeys?: components["schemas"]["ExternalKeyRequest"][];
        };
        /**
         * @example {
         *       "name": "Anna Weber"
         *     }
         */
        UpdateUserRequest: {
            name?: string;
            /**
             * Format: email
             * @description Unique among live users, ignoring case. A user without one cannot sign in.
             */
            email?: string | null;
            /** Format: uuid */
            teamId?: string | null;
            /**
             * Format: uuid
             * @description What the user may do; the role `rep` when absent.
             */
            roleId?: string;
            /**
             * @description A disabled user can neither sign in nor use a key; what it owns stays.
             * @enum {string}
             */
            status?: "active" | "disabled";
            /**
             * @description A service account has no password: it acts by API keys alone.
             * @enum {string}
             */
            kind?: "person" | "service";
            /** @description Never answered. Without one the user cannot sign in. */
            password?: string;
            /** @description Keys by which other systems know the user; unique among live users. */
            externalKeys?: components["schemas"]["ExternalKeyRequest"][];
            /** @description Wanted with `password` from who may not manage users. */
            currentPassword?: string;
        };
        /**
         * @example {
         *       "id": "01a20644-b1bc-726a-a213-000000000016",
         *       "version": 1,
         *       "createdAt": "2026-11-23T09:30:00.000Z",
         *       "updatedAt": "2026-11-23T09:30:00.000Z",
         *       "deletedAt": null,
         *       "ownerId": null,
         *       "readerIds": [],
         *       "editorIds": [],
         *       "externalKeys": [],
         *       "customFields": {},
         *       "name": "Sales assistant",
         *       "description": "Sees what the team works on, but no amounts.",
         *       "permissions": {
         *         "contact": {
         *           "read": "team"
         *         },
         *         "deal": {
         *           "read": "team"
         *         }
         *       },
         *       "fields": {
         *         "deal": {
         *           "amount": "hidden"
         *         }
         *       }
         *     }
         */
        RoleView: {
            name: string;
            description: string | null;
            /** @description By resource and action the scope; what is not named is `none`. */
            permissions: Record<string, never>;
            /** @description By resource and field: `hidden` or `readOnly`. */
            fields: Record<string, never>;
            /** @description UUIDv7. */
            id: string;
            /** @description Raised by one with every event of the record. */
            version: number;
            /** @description RFC 3339 UTC. */
            createdAt: string;
            /** @description RFC 3339 UTC. */
            updatedAt: string;
            /** @description RFC 3339 UTC; null while the record lives. */
            deletedAt: string | null;
            /** @description User who is responsible for the record. */
            ownerId: string | null;
            /** @description Users and teams that the record is shared with: they see it, whoever owns it. */
            readerIds: string[];
            /** @description Those of them who may also change it. */
            editorIds: string[];
            /** @description Keys by which other systems know the record. */
            externalKeys: components["schemas"]["ExternalKeyView"][];
            /** @description Values by field name, as the custom fields define them. */
            customFields: {
                [key: string]: unknown;
            };
        };
        /**
         * @example {
         *       "name": "Sales assistant",
         *       "description": "Sees what the team works on, but no amounts.",
         *       "permissions": {
         *         "contact": {
         *           "read": "team"
         *         },
         *         "deal": {
         *           "read": "team"
         *         }
         *       },
         *       "fields": {
         *         "deal": {
         *           "amount": "hidden"
         *         }
         *       }
         *     }
         */
        CreateRoleRequest: {
            /** @description Unique among live roles, ignoring case. */
            name: string;
            description?: string | null;
            /** @description By resource and action the scope: `none`, `own`, `team` or `all`; what is not named is `none`. */
            permissions?: Record<string, never>;
            /** @description By resource and field: `hidden` or `readOnly`; custom fields as `customFields.<name>`. */
            fields?: Record<string, never>;
        };
        /**
         * @example {
         *       "name": "Sales assistant"
         *     }
         */
        UpdateRoleRequest: {
            /** @description Unique among live roles, ignoring case. */
            name?: string;
            description?: string | null;
            /** @description By resource and action the scope: `none`, `own`, `team` or `all`; what is not named is `none`. */
            permissions?: Record<string, never>;
            /** @description By resource and field: `hidden` or `readOnly`; custom fields as `customFields.<name>`. */
            fields?: Record<string, never>;
        };
        /**
         * @example {
         *       "type": "user",
         *       "level": "read"
         *     }
         */
        ShareRequest: {
            /**
             * @description What the grantee is.
             * @enum {string}
             */
            type: "user" | "team";
            /**
             * @description `read`: see the record; `write`: change it, too.
             * @enum {string}
             */
            level: "read" | "write";
        };
        RecordView: {
            /** @description UUIDv7. */
            id: string;
            /** @description Raised by one with every event of the record. */
            version: number;
            /** @description RFC 3339 UTC. */
            createdAt: string;
            /** @description RFC 3339 UTC. */
            updatedAt: string;
            /** @description RFC 3339 UTC; null while the record lives. */
            deletedAt: string | null;
            /** @description User who is responsible for the record. */
            ownerId: string | null;
            /** @description Users and teams that the record is shared with: they see it, whoever owns it. */
            readerIds: string[];
            /** @description Those of them who may also change it. */
            editorIds: string[];
            /** @description Keys by which other systems know the record. */
            externalKeys: components["schemas"]["ExternalKeyView"][];
            /** @description Values by field name, as the custom fields define them. */
            customFields: {
                [key: string]: unknown;
            };
        };
        BatchOperationRequest: {
            /**
             * Format: uuid
             * @description Of the record; with `update`, `delete` and `restore`.
             */
            id?: string;
            /** @enum {string} */
            op: "create" | "update" | "upsert" | "delete" | "restore";
            /** @description As of the single request: of a creation for `create` and `upsert`, of a change for `update`. */
            body?: {
                [key: string]: unknown;
            };
            /** @description The version that the record must have; with `update` and `delete`. */
            ifMatch?: number;
            /** @description With `upsert`: the key by which the record is known. */
            externalKey?: components["schemas"]["ExternalKeyRequest"];
            /**
             * @description With `upsert`, instead of `externalKey`: the unique field of the body by which the record is known.
             * @enum {string}
             */
            by?: "email" | "domain";
        };
        /**
         * @example {
         *       "operations": [
         *         {
         *           "op": "create",
         *           "body": {
         *             "email": "ada@engines.example"
         *           }
         *         },
         *         {
         *           "op": "update",
         *           "id": "01a20644-b1bc-726a-a213-000000000005",
         *           "body": {
         *             "title": "Dr"
         *           },
         *           "ifMatch": 3
         *         }
         *       ],
         *       "atomic": true
         *     }
         */
        BatchRequest: {
            /** @description Up to 1,000, done in order. */
            operations: components["schemas"]["BatchOperationRequest"][];
            /** @description All or nothing when true, as without it; else each by itself. */
            atomic?: boolean;
        };
        BatchResultView: {
            /** @description What the single request would have answered with. */
            status: number;
            /** @enum {string} */
            outcome: "restored" | "created" | "updated" | "deleted" | "unchanged" | "refused";
            /** @description The record as it is now; null for one that was deleted, or an operation that was refused. */
            data: Record<string, never> | null;
            /** @description Problem details of an operation that was refused. */
            error?: Record<string, never>;
        };
        BatchView: {
            /** @description In the order of the operations. */
            results: components["schemas"]["BatchResultView"][];
        };
        /**
         * @example {
         *       "op": "update",
         *       "filter": {
         *         "and": [
         *           {
         *             "field": "ownerId",
         *             "op": "isNull",
         *             "value": true
         *           }
         *         ]
         *       },
         *       "body": {
         *         "ownerId": "01a20644-b1bc-726a-a213-000000000001"
         *       }
         *     }
         */
        BulkRequest: {
            /** @enum {string} */
            op: "update" | "delete" | "restore";
            /** @description With `update`: as of the single request. */
            body?: {
                [key: string]: unknown;
            };
            /** @description As of `POST /v1/<resource>/search`. One of `filter`, `q` and `view` must be there. */
            filter?: Record<string, never>;
            /** @description Words that must all occur. */
            q?: string;
            /**
             * Format: uuid
             * @description A saved view, whose filter must hold, too.
             */
            view?: string;
            /** @description At most so many records in this request, newest first; 1,000 when absent. */
            limit?: number;
            /** @description From `page.nextCursor` of the answer before. */
            cursor?: string;
        };
        BulkOutcomesView: {
            updated: number;
            /** @description Equal already. */
            unchanged: number;
            deleted: number;
            restored: number;
            refused: number;
        };
        BulkRefusalView: {
            id: string;
            /** @description What the single request would have answered with. */
            status: number;
            /** @description Problem details. */
            error: Record<string, never>;
        };
        BulkPageView: {
            /** @description For the next request; null when there are no more records. */
            nextCursor: string | null;
            hasMore: boolean;
        };
        BulkView: {
            outcomes: components["schemas"]["BulkOutcomesView"];
            /** @description Each record that was refused, and why. */
            refused: components["schemas"]["BulkRefusalView"][];
            page: components["schemas"]["BulkPageView"];
        };
        MixedOperationRequest: {
            /** @description Of the record; with `update`, `delete` and `restore`. A UUID, or the name of one: `{ "$ref": "acme" }`. */
            id?: string | {
                $ref: string;
            };
            /** @enum {string} */
            resource: "contacts" | "companies" | "deals" | "activities" | "tasks";
            /** @description A name for the record, by which later operations can point at it: `{ "$ref": "acme" }`. */
            ref?: string;
            /** @enum {string} */
            op: "create" | "update" | "upsert" | "delete" | "restore";
            /** @description As of the single request: of a creation for `create` and `upsert`, of a change for `update`. */
            body?: {
                [key: string]: unknown;
            };
            /** @description The version that the record must have; with `update` and `delete`. */
            ifMatch?: number;
            /** @description With `upsert`: the key by which the record is known. */
            externalKey?: components["schemas"]["ExternalKeyRequest"];
            /**
             * @description With `upsert`, instead of `externalKey`: the unique field of the body by which the record is known.
             * @enum {string}
             */
            by?: "email" | "domain";
        };
        /**
         * @example {
         *       "operations": [
         *         {
         *           "op": "create",
         *           "resource": "companies",
         *           "ref": "acme",
         *           "body": {
         *             "name": "Acme"
         *           }
         *         },
         *         {
         *           "op": "update",
         *           "resource": "contacts",
         *           "id": "01a20644-b1bc-726a-a213-000000000005",
         *           "body": {
         *             "title": "Dr"
         *           },
         *           "ifMatch": 3
         *         },
         *         {
         *           "op": "create",
         *           "resource": "deals",
         *           "body": {
         *             "name": "Engine",
         *             "contactId": "01a20644-b1bc-726a-a213-000000000005"
         *           }
         *         }
         *       ]
         *     }
         */
        MixedBatchRequest: {
            /** @description Up to 1,000; those of each service are done in order. */
            operations: components["schemas"]["MixedOperationRequest"][];
        };
        /**
         * @example {
         *       "filter": {
         *         "and": [
         *           {
         *             "field": "ownerId",
         *             "value": "01a20644-b1bc-726a-a213-000000000001"
         *           }
         *         ]
         *       },
         *       "sort": [
         *         "-createdAt"
         *       ],
         *       "limit": 50
         *     }
         */
        SearchRequest: {
            /** @description `{ "field", "op", "value" }`, `{ "and": [...] }`, `{ "or": [...] }`, `{ "not": {...} }`, or a list of these that must all hold. */
            filter?: Record<string, never>;
            /** @description `["-createdAt", "lastName"]`; newest first when absent. */
            sort?: string[];
            limit?: number;
            /** @description From `page.nextCursor` or `page.prevCursor` of an answer; bound to filter and sort. */
            cursor?: string;
            /** @description Words that must all occur. */
            q?: string;
            /**
             * Format: uuid
             * @description A saved view, whose filter must hold, too; its sort, fields and include stand unless they are given here.
             */
            view?: string;
            /** @enum {string} */
            count?: "exact";
            /** @enum {string} */
            deleted?: "only";
            /** @description Related records in the same answer. */
            include?: string[];
            /** @description The fields to answer; all when absent. */
            fields?: string[];
        };
        HighlightPlaceView: {
            /** @description Where the first letter stands; 0 is the first of the value. */
            from: number;
            /** @description Behind the last letter. */
            to: number;
        };
        HighlightView: {
            /** @description Name of the field. */
            field: string;
            /** @description The field's value. */
            value: string;
            places: components["schemas"]["HighlightPlaceView"][];
        };
        SearchHitView: {
            /**
             * @description Type of the record: `contact`, `company`, `deal`, `activity` or `task`.
             * @enum {string}
             */
            type: "contact" | "company" | "deal" | "activity" | "task";
            /** @description How well it answers the question, from 0 to 1; comparable among types. */
            score: number;
            highlights: components["schemas"]["HighlightView"][];
            /** @description The record itself. */
            record: components["schemas"]["RecordView"];
        };
        SearchResultsView: {
            data: components["schemas"]["SearchHitView"][];
            /** @description Whether words that are similar count, too: when less than five records have the words themselves. */
            similar: boolean;
        };
        AccessExplanationView: {
            allowed: boolean;
            /** @enum {string} */
            resource: "contact" | "company" | "deal" | "activity" | "task" | "pipeline" | "customField" | "user" | "team" | "role" | "apiKey" | "session" | "event" | "audit" | "export" | "view" | "batch";
            /** @enum {string} */
            action: "export" | "read" | "create" | "update" | "delete" | "import" | "merge" | "manage";
            /**
             * @description Of the role, for this resource and action.
             * @enum {string}
             */
            scope: "team" | "none" | "own" | "all";
            /**
             * @description `scope`: the role's scope reaches the record, or all of them. `shared`: it is shared with the user or a team of his.
             *     `parent`: a record that it is about may be seen. `scope_none`: the role never allows it. `out_of_scope`: the record may be
             *     seen, but this not be done with it. `not_visible`: there is no such record, or it may not be seen.
             * @enum {string}
             */
            rule: "shared" | "scope" | "parent" | "scope_none" | "out_of_scope" | "not_visible";
            /** @description The same in words. */
            message: string;
        };
        /**
         * @example {
         *       "id": "01a20644-b1bc-726a-a213-000000000002",
         *       "version": 1,
         *       "createdAt": "2026-11-23T09:30:00.000Z",
         *       "updatedAt": "2026-11-23T09:30:00.000Z",
         *       "deletedAt": null,
         *       "ownerId": null,
         *       "readerIds": [],
         *       "editorIds": [],
         *       "externalKeys": [],
         *       "customFields": {},
         *       "name": "Sales North",
         *       "parentId": null,
         *       "managerIds": [
         *         "01a20644-b1bc-726a-a213-000000000001"
         *       ]
         *     }
         */
        TeamView: {
            /** @description UUIDv7. */
            id: string;
            /** @description Raised by one with every event of the record. */
            version: number;
            /** @description RFC 3339 UTC. */
            createdAt: string;
            /** @description RFC 3339 UTC. */
            updatedAt: string;
            /** @description RFC 3339 UTC; null while the record lives. */
            deletedAt: string | null;
            /** @description User who is responsible for the record. */
            ownerId: string | null;
            /** @description Users and teams that the record is shared with: they see it, whoever owns it. */
            readerIds: string[];
            /** @description Those of them who may also change it. */
            editorIds: string[];
            /** @description Keys by which other systems know the record. */
            externalKeys: components["schemas"]["ExternalKeyView"][];
            /** @description Values by field name, as the custom fields define them. */
            customFields: {
                [key: string]: unknown;
            };
            name: string;
            /** @description The team above it. */
            parentId: string | null;
            /** @description Users whose scope `team` reaches this team, and those below, as it does their own. */
            managerIds: string[];
        };
        /**
         * @example {
         *       "name": "Sales North",
         *       "managerIds": [
         *         "01a20644-b1bc-726a-a213-000000000001"
         *       ]
         *     }
         */
        CreateTeamRequest: {
            /** @description Unique among live teams, ignoring case. */
            name: string;
            /**
             * Format: uuid
             * @description The team above it.
             */
            parentId?: string | null;
            /** @description Users whose scope `team` reaches this team, and those below, as it does their own. */
            managerIds?: string[];
            /** @description Keys by which other systems know the team; unique among live teams. */
            externalKeys?: components["schemas"]["ExternalKeyRequest"][];
        };
        /**
         * @example {
         *       "name": "Sales North"
         *     }
         */
        UpdateTeamRequest: {
            /** @description Unique among live teams, ignoring case. */
            name?: string;
            /**
             * Format: uuid
             * @description The team above it.
             */
            parentId?: string | null;
            /** @description Users whose scope `team` reaches this team, and those below, as it does their own. */
            managerIds?: string[];
            /** @description Keys by which other systems know the team; unique among live teams. */
            externalKeys?: components["schemas"]["ExternalKeyRequest"][];
        };
        UsedApiKeyView: {
            /** @description UUIDv7. */
            id: string;
            /** @description Raised by one with every event of the record. */
            version: number;
            /** @description RFC 3339 UTC. */
            createdAt: string;
            /** @description RFC 3339 UTC. */
            updatedAt: string;
            /** @description RFC 3339 UTC; null while the record lives. */
            deletedAt: string | null;
            /** @description User who is responsible for the record. */
            ownerId: string | null;
            /** @description Users and teams that the record is shared with: they see it, whoever owns it. */
            readerIds: string[];
            /** @description Those of them who may also change it. */
            editorIds: string[];
            /** @description Keys by which other systems know the record. */
            externalKeys: components["schemas"]["ExternalKeyView"][];
            /** @description Values by field name, as the custom fields define them. */
            customFields: {
                [key: string]: unknown;
            };
            /** @description Within ten seconds; null for a key that was never used. */
            lastUsedAt: string | null;
            lastUsedFrom: string | null;
            name: string;
            /** @description User that the key acts for. */
            userId: string;
            /** @description What the key may do; what its user may when null. */
            roleId: string | null;
            /** @description From where alone it is taken; from anywhere when empty. */
            ipRanges: string[];
            /** @description First characters of the key, to tell keys apart. */
            prefix: string;
            expiresAt: string | null;
        };
        /**
         * @example {
         *       "name": "Data warehouse"
         *     }
         */
        CreateApiKeyRequest: {
            /** @description What the key is for. */
            name: string;
            /**
             * Format: uuid
             * @description User that the key acts for; the caller when absent.
             */
            userId?: string;
            /**
             * Format: uuid
             * @description What the key may do; what its user may when absent.
             */
            roleId?: string;
            /** @description Addresses and ranges (`203.0.113.0/24`) from which alone the key is taken; any when absent or empty. */
            ipRanges?: string[];
            /** @description RFC 3339; never when absent. */
            expiresAt?: string;
        };
        CreatedApiKeyView: {
            /** @description UUIDv7. */
            id: string;
            /** @description Raised by one with every event of the record. */
            version: number;
            /** @description RFC 3339 UTC. */
            createdAt: string;
            /** @description RFC 3339 UTC. */
            updatedAt: string;
            /** @description RFC 3339 UTC; null while the record lives. */
            deletedAt: string | null;
            /** @description User who is responsible for the record. */
            ownerId: string | null;
            /** @description Users and teams that the record is shared with: they see it, whoever owns it. */
            readerIds: string[];
            /** @description Those of them who may also change it. */
            editorIds: string[];
            /** @description Keys by which other systems know the record. */
            externalKeys: components["schemas"]["ExternalKeyView"][];
            /** @description Values by field name, as the custom fields define them. */
            customFields: {
                [key: string]: unknown;
            };
            /** @description The key itself: shown this once, kept nowhere. */
            key: string;
            name: string;
            /** @description User that the key acts for. */
            userId: string;
            /** @description What the key may do; what its user may when null. */
            roleId: string | null;
            /** @description From where alone it is taken; from anywhere when empty. */
            ipRanges: string[];
            /** @description First characters of the key, to tell keys apart. */
            prefix: string;
            expiresAt: string | null;
        };
        /**
         * @example {
         *       "email": "anna@example.org",
         *       "password": "correct horse battery"
         *     }
         */
        CreateSessionRequest: {
            /** Format: email */
            email: string;
            password: string;
            /** @description From an earlier sign-in on this device: it is not locked out when others guess at the account's password. */
            deviceToken?: string;
        };
        SessionView: {
            /** @description Of the session, to end it by. */
            id: string;
            /** @description Access token, a JWT: send it as `Authorization: Bearer …`. */
            token: string;
            /** @description When the access token ends; get another by the refresh token. */
            expiresAt: string;
            /** @description For `POST /v1/sessions/refresh`; works once, and brings its successor. */
            refreshToken: string;
            refreshExpiresAt: string;
            userId: string;
            name: string;
            /** @description After a sign-in: send it with the next one from this device. */
            deviceToken?: string;
        };
        RefreshSessionRequest: {
            /** @description The refresh token of the last answer; each works once. */
            refreshToken: string;
        };
        SessionRecordView: {
            /** @description UUIDv7. */
            id: string;
            /** @description Raised by one with every event of the record. */
            version: number;
            /** @description RFC 3339 UTC. */
            createdAt: string;
            /** @description RFC 3339 UTC. */
            updatedAt: string;
            /** @description RFC 3339 UTC; null while the record lives. */
            deletedAt: string | null;
            /** @description User who is responsible for the record. */
            ownerId: string | null;
            /** @description Users and teams that the record is shared with: they see it, whoever owns it. */
            readerIds: string[];
            /** @description Those of them who may also change it. */
            editorIds: string[];
            /** @description Keys by which other systems know the record. */
            externalKeys: components["schemas"]["ExternalKeyView"][];
            /** @description Values by field name, as the custom fields define them. */
            customFields: {
                [key: string]: unknown;
            };
            userId: string;
            /** @description What the client called itself (`User-Agent`). */
            device: string | null;
            /** @description Whence the sign-in came; null for one of before this was noted. */
            address: string | null;
            endedAt: string | null;
            /**
             * @description `signed_out`, by the user or an administrator; `password_changed`; `token_reused`: a refresh token came a second time.
             * @enum {string|null}
             */
            endReason: "signed_out" | "password_changed" | "token_reused" | null;
        };
        JwksView: {
            keys: Record<string, never>[];
        };
        RehearsedEventView: {
            type: string;
            /** @enum {string} */
            recordType: "contact" | "company" | "deal" | "activity" | "task" | "pipeline" | "user" | "team" | "role" | "apiKey" | "session" | "batch" | "stage" | "signIn" | "contactField" | "companyField" | "contactExport" | "contactView" | "dealField" | "dealExport" | "dealView" | "activityField" | "taskField" | "activityExport" | "activityView";
            /** @description Of a record that would be made: another one the next time. */
            recordId: string;
            /** @description The changed fields as they are. */
            before: Record<string, never>;
            /** @description The changed fields as they would be. */
            after: Record<string, never>;
        };
        DryRunView: {
            /** @description In order; none when nothing would change. */
            events: components["schemas"]["RehearsedEventView"][];
        };
        /**
         * @example {
         *       "type": "urn:relata:error:DUPLICATE",
         *       "title": "Already there",
         *       "status": 409,
         *       "detail": "Another contact has this email.",
         *       "code": "DUPLICATE",
         *       "traceId": "860e5af1-0b1e-4f6c-9a43-1d2c3b4a5f60",
         *       "errors": [
         *         {
         *           "pointer": "/email",
         *           "code": "duplicate",
         *           "message": "Another contact has this email."
         *         }
         *       ],
         *       "existingId": "01980000-0000-7000-8000-000000000002"
         *     }
         */
        Problem: {
            /** @description `urn:relata:error:<code>` */
            type: string;
            title: string;
            status: number;
            /** @description What is wrong and the way out, for a person. */
            detail: string;
            /** @enum {string} */
            code: "VALIDATION_FAILED" | "INVALID_QUERY" | "INVALID_CURSOR" | "QUERY_TOO_EXPENSIVE" | "UNAUTHENTICATED" | "FORBIDDEN" | "RATE_LIMITED" | "NOT_FOUND" | "DUPLICATE" | "CONFLICT" | "UNKNOWN_REFERENCE" | "VERSION_MISMATCH" | "IDEMPOTENCY_MISMATCH" | "IDEMPOTENCY_IN_PROGRESS" | "PAYLOAD_TOO_LARGE" | "SERVICE_UNAVAILABLE" | "TIMEOUT" | "OUTCOME_UNKNOWN" | "INTERNAL";
            /** @description The X-Request-Id of the request. */
            traceId: string;
            errors?: {
                /** @description RFC 6901, into the body. */
                pointer: string;
                code: string;
                message: string;
            }[];
            /** @description The live record that a refused one would double. */
            existingId?: string;
            /** @description The batch across services that was taken back. */
            batchId?: string;
        };
    };
    responses: {
        /** @description `INVALID_QUERY`: the query is not valid; `INVALID_CURSOR`: the cursor is not valid. */
        Problem400: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `UNAUTHENTICATED`: not signed in. */
        Problem401: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `FORBIDDEN`: not allowed. */
        Problem403: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `NOT_FOUND`: not found. */
        Problem404: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `DUPLICATE`: already there; `CONFLICT`: conflict; `IDEMPOTENCY_IN_PROGRESS`: an equal request is running. */
        Problem409: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `VERSION_MISMATCH`: changed meanwhile. */
        Problem412: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `PAYLOAD_TOO_LARGE`: too large. */
        Problem413: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A part of the path is longer than any id or key. */
        Problem414: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The type of the body is not known. */
        Problem415: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `VALIDATION_FAILED`: the body is not valid; `QUERY_TOO_EXPENSIVE`: the query takes too long; `UNKNOWN_REFERENCE`: unknown reference; `IDEMPOTENCY_MISMATCH`: another request had this key. */
        Problem422: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `RATE_LIMITED`: too many requests. */
        Problem429: {
            headers: {
                /** @description Seconds to wait. */
                "Retry-After"?: number;
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The URL and the headers together are longer than 16 KiB. */
        Problem431: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `INTERNAL`: internal error. */
        Problem500: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `SERVICE_UNAVAILABLE`: service unavailable. */
        Problem503: {
            headers: {
                /** @description Seconds to wait. */
                "Retry-After"?: number;
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `TIMEOUT`: no answer in time; `OUTCOME_UNKNOWN`: outcome unknown. */
        Problem504: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description What is left of the limit and in how many seconds it begins anew: `"key";r=598;t=41`. Not of what is refused before it is counted. */
        RateLimit: string;
        /** @description The limit, requests in so many seconds: `"key";q=600;w=60`. */
        "RateLimit-Policy": string;
        /** @description The id that the request brought, or got. */
        "X-Request-Id": string;
        /** @description The version of the record, for `If-Match` and `If-None-Match`: `"v7"`. */
        ETag: string;
        /** @description Where what was made is. */
        Location: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listContacts: {
        parameters: {
            query?: {
                /** @description The fields to answer, comma-separated: `id,firstName`. All without it; `id` always. */
                fields?: string;
                /** @description A saved view: its filter and `q` hold beside those of the request; its sort stands unless the request has one, its `fields` and `include` unless the request has either. */
                view?: string;
                /** @description As it stood at a time (RFC 3339), as far as was known then, or at a position of `GET /v1/events`. A list takes one filter with it, of ownerId, contactId, companyId, pipelineId, with `limit` and `cursor`. */
                asOf?: string;
                /** @description Related records in the same answer, comma-separated: company, deals, activities. */
                include?: string;
                limit?: number;
                /** @description From `page.nextCursor` or `page.prevCursor` of an answer; bound to filter and sort. */
                cursor?: string;
                /** @description Fields, `-` before one for descending: `-createdAt,lastName`. */
                sort?: string;
                /** @description Words that must all occur, anywhere, ignoring case and accents. */
                q?: string;
                /** @description Adds `page.total`. */
                count?: "exact";
                /** @description The trash instead of the live records. */
                deleted?: "only";
                /** @description `filter[field]=value` or `filter[field][op]=value`; operators: eq, ne, gt, gte, lt, lte, between, in, nin, contains, startsWith, isNull. Custom fields as `customFields.<name>`. */
                filter?: {
                    [key: string]: unknown;
                };
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ContactView"][];
                        page: {
                            nextCursor: string | null;
                            prevCursor: string | null;
                            hasMore: boolean;
                            limit: number;
                            total?: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    createContact: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateContactRequest"];
            };
        };
        responses: {
            /** @description With `dryRun=true`. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getContact: {
        parameters: {
            query?: {
                /** @description Related records in the same answer, comma-separated: company, deals, activities. */
                include?: string;
                /** @description As it stood at a time (RFC 3339), as far as was known then, or at a position of `GET /v1/events`. A list takes one filter with it, of ownerId, contactId, companyId, pipelineId, with `limit` and `cursor`. */
                asOf?: string;
                /** @description The fields to answer, comma-separated: `id,firstName`. All without it; `id` always. */
                fields?: string;
            };
            header?: {
                /** @description The `ETag` as it was answered: 304 when the record is still that. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactView"];
                };
            };
            /** @description It is still the version that `If-None-Match` names. */
            304: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    deleteContact: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description The `ETag` as it was answered: 412 when the record is another now. */
                "If-Match"?: string;
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With `dryRun=true`. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    updateContact: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description The `ETag` as it was answered: 412 when the record is another now. */
                "If-Match"?: string;
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateContactRequest"];
                "application/merge-patch+json": components["schemas"]["UpdateContactRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    restoreContact: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    mergeContacts: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeContactsRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getContactHistory: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["HistoryEntryView"][];
                        page: {
                            nextCursor: string | null;
                            prevCursor: string | null;
                            hasMore: boolean;
                            limit: number;
                            total?: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    listCompanies: {
        parameters: {
            query?: {
                /** @description The fields to answer, comma-separated: `id,firstName`. All without it; `id` always. */
                fields?: string;
                /** @description A saved view: its filter and `q` hold beside those of the request; its sort stands unless the request has one, its `fields` and `include` unless the request has either. */
                view?: string;
                /** @description As it stood at a time (RFC 3339), as far as was known then, or at a position of `GET /v1/events`. A list takes one filter with it, of ownerId, contactId, companyId, pipelineId, with `limit` and `cursor`. */
                asOf?: string;
                /** @description Related records in the same answer, comma-separated: contacts, deals, activities. */
                include?: string;
                limit?: number;
                /** @description From `page.nextCursor` or `page.prevCursor` of an answer; bound to filter and sort. */
                cursor?: string;
                /** @description Fields, `-` before one for descending: `-createdAt,lastName`. */
                sort?: string;
                /** @description Words that must all occur, anywhere, ignoring case and accents. */
                q?: string;
                /** @description Adds `page.total`. */
                count?: "exact";
                /** @description The trash instead of the live records. */
                deleted?: "only";
                /** @description `filter[field]=value` or `filter[field][op]=value`; operators: eq, ne, gt, gte, lt, lte, between, in, nin, contains, startsWith, isNull. Custom fields as `customFields.<name>`. */
                filter?: {
                    [key: string]: unknown;
                };
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CompanyView"][];
                        page: {
                            nextCursor: string | null;
                            prevCursor: string | null;
                            hasMore: boolean;
                            limit: number;
                            total?: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    createCompany: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCompanyRequest"];
            };
        };
        responses: {
            /** @description With `dryRun=true`. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getCompany: {
        parameters: {
            query?: {
                /** @description Related records in the same answer, comma-separated: contacts, deals, activities. */
                include?: string;
                /** @description As it stood at a time (RFC 3339), as far as was known then, or at a position of `GET /v1/events`. A list takes one filter with it, of ownerId, contactId, companyId, pipelineId, with `limit` and `cursor`. */
                asOf?: string;
                /** @description The fields to answer, comma-separated: `id,firstName`. All without it; `id` always. */
                fields?: string;
            };
            header?: {
                /** @description The `ETag` as it was answered: 304 when the record is still that. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyView"];
                };
            };
            /** @description It is still the version that `If-None-Match` names. */
            304: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    deleteCompany: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description The `ETag` as it was answered: 412 when the record is another now. */
                "If-Match"?: string;
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With `dryRun=true`. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    updateCompany: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description The `ETag` as it was answered: 412 when the record is another now. */
                "If-Match"?: string;
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateCompanyRequest"];
                "application/merge-patch+json": components["schemas"]["UpdateCompanyRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    restoreCompany: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getCompanyHistory: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["HistoryEntryView"][];
                        page: {
                            nextCursor: string | null;
                            prevCursor: string | null;
                            hasMore: boolean;
                            limit: number;
                            total?: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    listDeals: {
        parameters: {
            query?: {
                /** @description The fields to answer, comma-separated: `id,firstName`. All without it; `id` always. */
                fields?: string;
                /** @description A saved view: its filter and `q` hold beside those of the request; its sort stands unless the request has one, its `fields` and `include` unless the request has either. */
                view?: string;
                /** @description As it stood at a time (RFC 3339), as far as was known then, or at a position of `GET /v1/events`. A list takes one filter with it, of ownerId, contactId, companyId, pipelineId, with `limit` and `cursor`. */
                asOf?: string;
                /** @description Related records in the same answer, comma-separated: contact, company, activities. */
                include?: string;
                limit?: number;
                /** @description From `page.nextCursor` or `page.prevCursor` of an answer; bound to filter and sort. */
                cursor?: string;
                /** @description Fields, `-` before one for descending: `-createdAt,lastName`. */
                sort?: string;
                /** @description Words that must all occur, anywhere, ignoring case and accents. */
                q?: string;
                /** @description Adds `page.total`. */
                count?: "exact";
                /** @description The trash instead of the live records. */
                deleted?: "only";
                /** @description `filter[field]=value` or `filter[field][op]=value`; operators: eq, ne, gt, gte, lt, lte, between, in, nin, contains, startsWith, isNull. Custom fields as `customFields.<name>`. */
                filter?: {
                    [key: string]: unknown;
                };
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["DealView"][];
                        page: {
                            nextCursor: string | null;
                            prevCursor: string | null;
                            hasMore: boolean;
                            limit: number;
                            total?: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    createDeal: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateDealRequest"];
            };
        };
        responses: {
            /** @description With `dryRun=true`. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getDeal: {
        parameters: {
            query?: {
                /** @description Related records in the same answer, comma-separated: contact, company, activities. */
                include?: string;
                /** @description As it stood at a time (RFC 3339), as far as was known then, or at a position of `GET /v1/events`. A list takes one filter with it, of ownerId, contactId, companyId, pipelineId, with `limit` and `cursor`. */
                asOf?: string;
                /** @description The fields to answer, comma-separated: `id,firstName`. All without it; `id` always. */
                fields?: string;
            };
            header?: {
                /** @description The `ETag` as it was answered: 304 when the record is still that. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealView"];
                };
            };
            /** @description It is still the version that `If-None-Match` names. */
            304: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    deleteDeal: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description The `ETag` as it was answered: 412 when the record is another now. */
                "If-Match"?: string;
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With `dryRun=true`. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    updateDeal: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description The `ETag` as it was answered: 412 when the record is another now. */
                "If-Match"?: string;
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateDealRequest"];
                "application/merge-patch+json": components["schemas"]["UpdateDealRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    changeDealStage: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description The `ETag` as it was answered: 412 when the record is another now. */
                "If-Match"?: string;
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeStageRequest"];
                "application/merge-patch+json": components["schemas"]["ChangeStageRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    closeDeal: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description The `ETag` as it was answered: 412 when the record is another now. */
                "If-Match"?: string;
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseDealRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    reopenDeal: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description The `ETag` as it was answered: 412 when the record is another now. */
                "If-Match"?: string;
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReopenDealRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    restoreDeal: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getDealHistory: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["HistoryEntryView"][];
                        page: {
                            nextCursor: string | null;
                            prevCursor: string | null;
                            hasMore: boolean;
                            limit: number;
                            total?: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    listPipelines: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From `page.nextCursor` or `page.prevCursor` of an answer; bound to filter and sort. */
                cursor?: string;
                /** @description Fields, `-` before one for descending: `-createdAt,lastName`. */
                sort?: string;
                /** @description Words that must all occur, anywhere, ignoring case and accents. */
                q?: string;
                /** @description Adds `page.total`. */
                count?: "exact";
                /** @description The trash instead of the live records. */
                deleted?: "only";
                /** @description `filter[field]=value` or `filter[field][op]=value`; operators: eq, ne, gt, gte, lt, lte, between, in, nin, contains, startsWith, isNull. Custom fields as `customFields.<name>`. */
                filter?: {
                    [key: string]: unknown;
                };
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PipelineWithStagesView"][];
                        page: {
                            nextCursor: string | null;
                            prevCursor: string | null;
                            hasMore: boolean;
                            limit: number;
                            total?: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    createPipeline: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePipelineRequest"];
            };
        };
        responses: {
            /** @description With `dryRun=true`. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineWithStagesView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineWithStagesView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getPipeline: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` as it was answered: 304 when the record is still that. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineWithStagesView"];
                };
            };
            /** @description It is still the version that `If-None-Match` names. */
            304: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    deletePipeline: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description The `ETag` as it was answered: 412 when the record is another now. */
                "If-Match"?: string;
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With `dryRun=true`. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    updatePipeline: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description The `ETag` as it was answered: 412 when the record is another now. */
                "If-Match"?: string;
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdatePipelineRequest"];
                "application/merge-patch+json": components["schemas"]["UpdatePipelineRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineWithStagesView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    addPipelineStage: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateStageRequest"];
            };
        };
        responses: {
            /** @description With `dryRun=true`. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineWithStagesView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineWithStagesView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    deletePipelineStage: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                stageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With `dryRun=true`. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    updatePipelineStage: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                stageId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateStageRequest"];
                "application/merge-patch+json": components["schemas"]["UpdateStageRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineWithStagesView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    listActivities: {
        parameters: {
            query?: {
                /** @description The fields to answer, comma-separated: `id,firstName`. All without it; `id` always. */
                fields?: string;
                /** @description A saved view: its filter and `q` hold beside those of the request; its sort stands unless the request has one, its `fields` and `include` unless the request has either. */
                view?: string;
                /** @description As it stood at a time (RFC 3339), as far as was known then, or at a position of `GET /v1/events`. A list takes one filter with it, of ownerId, contactId, companyId, pipelineId, with `limit` and `cursor`. */
                asOf?: string;
                /** @description Related records in the same answer, comma-separated: contact, company, deal. */
                include?: string;
                limit?: number;
                /** @description From `page.nextCursor` or `page.prevCursor` of an answer; bound to filter and sort. */
                cursor?: string;
                /** @description Fields, `-` before one for descending: `-createdAt,lastName`. */
                sort?: string;
                /** @description Words that must all occur, anywhere, ignoring case and accents. */
                q?: string;
                /** @description Adds `page.total`. */
                count?: "exact";
                /** @description The trash instead of the live records. */
                deleted?: "only";
                /** @description `filter[field]=value` or `filter[field][op]=value`; operators: eq, ne, gt, gte, lt, lte, between, in, nin, contains, startsWith, isNull. Custom fields as `customFields.<name>`. */
                filter?: {
                    [key: string]: unknown;
                };
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ActivityView"][];
                        page: {
                            nextCursor: string | null;
                            prevCursor: string | null;
                            hasMore: boolean;
                            limit: number;
                            total?: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    createActivity: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateActivityRequest"];
            };
        };
        responses: {
            /** @description With `dryRun=true`. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getActivity: {
        parameters: {
            query?: {
                /** @description Related records in the same answer, comma-separated: contact, company, deal. */
                include?: string;
                /** @description As it stood at a time (RFC 3339), as far as was known then, or at a position of `GET /v1/events`. A list takes one filter with it, of ownerId, contactId, companyId, pipelineId, with `limit` and `cursor`. */
                asOf?: string;
                /** @description The fields to answer, comma-separated: `id,firstName`. All without it; `id` always. */
                fields?: string;
            };
            header?: {
                /** @description The `ETag` as it was answered: 304 when the record is still that. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityView"];
                };
            };
            /** @description It is still the version that `If-None-Match` names. */
            304: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    deleteActivity: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description The `ETag` as it was answered: 412 when the record is another now. */
                "If-Match"?: string;
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With `dryRun=true`. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    updateActivity: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description The `ETag` as it was answered: 412 when the record is another now. */
                "If-Match"?: string;
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateActivityRequest"];
                "application/merge-patch+json": components["schemas"]["UpdateActivityRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    restoreActivity: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getActivityHistory: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["HistoryEntryView"][];
                        page: {
                            nextCursor: string | null;
                            prevCursor: string | null;
                            hasMore: boolean;
                            limit: number;
                            total?: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    listTasks: {
        parameters: {
            query?: {
                /** @description The fields to answer, comma-separated: `id,firstName`. All without it; `id` always. */
                fields?: string;
                /** @description A saved view: its filter and `q` hold beside those of the request; its sort stands unless the request has one, its `fields` and `include` unless the request has either. */
                view?: string;
                /** @description As it stood at a time (RFC 3339), as far as was known then, or at a position of `GET /v1/events`. A list takes one filter with it, of ownerId, contactId, companyId, pipelineId, with `limit` and `cursor`. */
                asOf?: string;
                /** @description Related records in the same answer, comma-separated: contact, company, deal. */
                include?: string;
                limit?: number;
                /** @description From `page.nextCursor` or `page.prevCursor` of an answer; bound to filter and sort. */
                cursor?: string;
                /** @description Fields, `-` before one for descending: `-createdAt,lastName`. */
                sort?: string;
                /** @description Words that must all occur, anywhere, ignoring case and accents. */
                q?: string;
                /** @description Adds `page.total`. */
                count?: "exact";
                /** @description The trash instead of the live records. */
                deleted?: "only";
                /** @description `filter[field]=value` or `filter[field][op]=value`; operators: eq, ne, gt, gte, lt, lte, between, in, nin, contains, startsWith, isNull. Custom fields as `customFields.<name>`. */
                filter?: {
                    [key: string]: unknown;
                };
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TaskView"][];
                        page: {
                            nextCursor: string | null;
                            prevCursor: string | null;
                            hasMore: boolean;
                            limit: number;
                            total?: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    createTask: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTaskRequest"];
            };
        };
        responses: {
            /** @description With `dryRun=true`. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getTask: {
        parameters: {
            query?: {
                /** @description Related records in the same answer, comma-separated: contact, company, deal. */
                include?: string;
                /** @description As it stood at a time (RFC 3339), as far as was known then, or at a position of `GET /v1/events`. A list takes one filter with it, of ownerId, contactId, companyId, pipelineId, with `limit` and `cursor`. */
                asOf?: string;
                /** @description The fields to answer, comma-separated: `id,firstName`. All without it; `id` always. */
                fields?: string;
            };
            header?: {
                /** @description The `ETag` as it was answered: 304 when the record is still that. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskView"];
                };
            };
            /** @description It is still the version that `If-None-Match` names. */
            304: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    deleteTask: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description The `ETag` as it was answered: 412 when the record is another now. */
                "If-Match"?: string;
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With `dryRun=true`. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    updateTask: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description The `ETag` as it was answered: 412 when the record is another now. */
                "If-Match"?: string;
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateTaskRequest"];
                "application/merge-patch+json": components["schemas"]["UpdateTaskRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    completeTask: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description The `ETag` as it was answered: 412 when the record is another now. */
                "If-Match"?: string;
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    restoreTask: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getTaskHistory: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["HistoryEntryView"][];
                        page: {
                            nextCursor: string | null;
                            prevCursor: string | null;
                            hasMore: boolean;
                            limit: number;
                            total?: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getContactTimeline: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TimelineEntryView"][];
                        page: {
                            nextCursor: string | null;
                            prevCursor: string | null;
                            hasMore: boolean;
                            limit: number;
                            total?: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getCompanyTimeline: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TimelineEntryView"][];
                        page: {
                            nextCursor: string | null;
                            prevCursor: string | null;
                            hasMore: boolean;
                            limit: number;
                            total?: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getDealTimeline: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TimelineEntryView"][];
                        page: {
                            nextCursor: string | null;
                            prevCursor: string | null;
                            hasMore: boolean;
                            limit: number;
                            total?: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    listCustomFields: {
        parameters: {
            query?: {
                entityType?: "contact" | "company" | "deal" | "activity" | "task";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CustomFieldView"][];
                        page: {
                            nextCursor: string | null;
                            prevCursor: string | null;
                            hasMore: boolean;
                            limit: number;
                            total?: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    createCustomField: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCustomFieldRequest"];
            };
        };
        responses: {
            /** @description With `dryRun=true`. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomFieldView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomFieldView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getCustomField: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` as it was answered: 304 when the record is still that. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomFieldView"];
                };
            };
            /** @description It is still the version that `If-None-Match` names. */
            304: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    deleteCustomField: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description The `ETag` as it was answered: 412 when the record is another now. */
                "If-Match"?: string;
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With `dryRun=true`. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    updateCustomField: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description The `ETag` as it was answered: 412 when the record is another now. */
                "If-Match"?: string;
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateCustomFieldRequest"];
                "application/merge-patch+json": components["schemas"]["UpdateCustomFieldRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomFieldView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getCustomFieldHistory: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["HistoryEntryView"][];
                        page: {
                            nextCursor: string | null;
                            prevCursor: string | null;
                            hasMore: boolean;
                            limit: number;
                            total?: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    listImports: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ImportView"][];
                        page: {
                            nextCursor: string | null;
                            prevCursor: string | null;
                            hasMore: boolean;
                            limit: number;
                            total?: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    createImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    options: components["schemas"]["ImportOptionsRequest"];
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            202: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getImportErrors: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ImportErrorView"][];
                        page: {
                            nextCursor: string | null;
                            prevCursor: string | null;
                            hasMore: boolean;
                            limit: number;
                            total?: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getImportErrorsCsv: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    cancelImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    undoImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    listExports: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ExportView"][];
                        page: {
                            nextCursor: string | null;
                            prevCursor: string | null;
                            hasMore: boolean;
                            limit: number;
                            total?: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    createExport: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateExportRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getExport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` as it was answered: 304 when the record is still that. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportView"];
                };
            };
            /** @description It is still the version that `If-None-Match` names. */
            304: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    deleteExport: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getExportFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv; charset=utf-8": string;
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            414: components["responses"]["Problem414"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    listViews: {
        parameters: {
            query?: {
                /** @description By `resource`, `name`, `visibility`, `ownerId` and times, as in every list. */
                filter?: {
                    [key: string]: unknown;
                };
                deleted?: "only";
                /** @description Words of the name. */
                q?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["SavedView"][];
                        page: {
                            nextCursor: string | null;
                            prevCursor: string | null;
                            hasMore: boolean;
                            limit: number;
                            total?: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    createView: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateSavedViewRequest"];
            };
        };
        responses: {
            /** @description With `dryRun=true`. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getView: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` as it was answered: 304 when the record is still that. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
            /** @description It is still the version that `If-None-Match` names. */
            304: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    deleteView: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description The `ETag` as it was answered: 412 when the record is another now. */
                "If-Match"?: string;
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With `dryRun=true`. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    updateView: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description The `ETag` as it was answered: 412 when the record is another now. */
                "If-Match"?: string;
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateSavedViewRequest"];
                "application/merge-patch+json": components["schemas"]["UpdateSavedViewRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    restoreView: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getViewHistory: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["HistoryEntryView"][];
                        page: {
                            nextCursor: string | null;
                            prevCursor: string | null;
                            hasMore: boolean;
                            limit: number;
                            total?: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getPipelineReport: {
        parameters: {
            query?: {
                /** @description All pipelines when absent. */
                pipelineId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PipelineReportView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getOutcomesReport: {
        parameters: {
            query?: {
                /** @description Last calendar date, inclusive. */
                to?: string;
                /** @description First calendar date, inclusive. */
                from?: string;
                /** @description `owner`, `team`, `company`, `month`, `quarter` or `customFields.<name>`; all in one group when absent. */
                groupBy?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomesReportView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getConversionReport: {
        parameters: {
            query?: {
                /** @description Last calendar date, inclusive. */
                to?: string;
                /** @description First calendar date, inclusive. */
                from?: string;
                /** @description All pipelines when absent. */
                pipelineId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversionReportView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description Most events to answer. With a filter, or large events, a page may be smaller, even empty. */
                limit?: number;
                /** @description Position to read on from: `page.nextCursor` of a page or the id of a streamed event; `start` is the beginning of the log, `now` its end. */
                after?: string;
                /** @description Types of events, such as `deal.won`: given several times or separated by commas. */
                type?: string[];
                /** @description Events of one record: `contact:<id>`, or its id. */
                record?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["EventView"][];
                        page: {
                            nextCursor: string | null;
                            prevCursor: string | null;
                            hasMore: boolean;
                            limit: number;
                            total?: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    streamEvents: {
        parameters: {
            query?: {
                /** @description Position to read on from: `page.nextCursor` of a page or the id of a streamed event; `start` is the beginning of the log, `now` its end. */
                after?: string;
                /** @description Types of events, such as `deal.won`: given several times or separated by commas. */
                type?: string[];
                /** @description Events of one record: `contact:<id>`, or its id. */
                record?: string;
            };
            header?: {
                /** @description The id of the last event that arrived. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events without end; `data` is an event as in a page. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    listParkedEvents: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ParkedEventView"][];
                        page: {
                            nextCursor: string | null;
                            prevCursor: string | null;
                            hasMore: boolean;
                            limit: number;
                            total?: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    retryParkedEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                service: "identity" | "contact" | "deal" | "activity" | "reporting";
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    dropParkedEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                service: "identity" | "contact" | "deal" | "activity" | "reporting";
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    replayEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    listAuditEntries: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description Recorded before then. */
                until?: string;
                /** @description Recorded then or later. */
                since?: string;
                /** @description What was done to one record: `contact:<id>`, or its id. */
                record?: string;
                /** @description Id of the user who did it. */
                actor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AuditEntryView"][];
                        page: {
                            nextCursor: string | null;
                            prevCursor: string | null;
                            hasMore: boolean;
                            limit: number;
                            total?: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    verifyAudit: {
        parameters: {
            query?: {
                /** @description `next` of an answer. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditVerificationView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getAuditSeal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service: "identity" | "contact" | "deal" | "activity";
                position: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditSealView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From `page.nextCursor` or `page.prevCursor` of an answer; bound to filter and sort. */
                cursor?: string;
                /** @description Fields, `-` before one for descending: `-createdAt,lastName`. */
                sort?: string;
                /** @description Words that must all occur, anywhere, ignoring case and accents. */
                q?: string;
                /** @description Adds `page.total`. */
                count?: "exact";
                /** @description The trash instead of the live records. */
                deleted?: "only";
                /** @description `filter[field]=value` or `filter[field][op]=value`; operators: eq, ne, gt, gte, lt, lte, between, in, nin, contains, startsWith, isNull. Custom fields as `customFields.<name>`. */
                filter?: {
                    [key: string]: unknown;
                };
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["UserView"][];
                        page: {
                            nextCursor: string | null;
                            prevCursor: string | null;
                            hasMore: boolean;
                            limit: number;
                            total?: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    createUser: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateUserRequest"];
            };
        };
        responses: {
            /** @description With `dryRun=true`. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` as it was answered: 304 when the record is still that. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"];
                };
            };
            /** @description It is still the version that `If-None-Match` names. */
            304: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    deleteUser: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description The `ETag` as it was answered: 412 when the record is another now. */
                "If-Match"?: string;
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With `dryRun=true`. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    updateUser: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description The `ETag` as it was answered: 412 when the record is another now. */
                "If-Match"?: string;
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateUserRequest"];
                "application/merge-patch+json": components["schemas"]["UpdateUserRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    restoreUser: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getUserHistory: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["HistoryEntryView"][];
                        page: {
                            nextCursor: string | null;
                            prevCursor: string | null;
                            hasMore: boolean;
                            limit: number;
                            total?: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    listRoles: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From `page.nextCursor` or `page.prevCursor` of an answer; bound to filter and sort. */
                cursor?: string;
                /** @description Fields, `-` before one for descending: `-createdAt,lastName`. */
                sort?: string;
                /** @description Words that must all occur, anywhere, ignoring case and accents. */
                q?: string;
                /** @description Adds `page.total`. */
                count?: "exact";
                /** @description The trash instead of the live records. */
                deleted?: "only";
                /** @description `filter[field]=value` or `filter[field][op]=value`; operators: eq, ne, gt, gte, lt, lte, between, in, nin, contains, startsWith, isNull. Custom fields as `customFields.<name>`. */
                filter?: {
                    [key: string]: unknown;
                };
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RoleView"][];
                        page: {
                            nextCursor: string | null;
                            prevCursor: string | null;
                            hasMore: boolean;
                            limit: number;
                            total?: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    createRole: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateRoleRequest"];
            };
        };
        responses: {
            /** @description With `dryRun=true`. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getRole: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` as it was answered: 304 when the record is still that. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleView"];
                };
            };
            /** @description It is still the version that `If-None-Match` names. */
            304: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    deleteRole: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description The `ETag` as it was answered: 412 when the record is another now. */
                "If-Match"?: string;
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With `dryRun=true`. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    updateRole: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description The `ETag` as it was answered: 412 when the record is another now. */
                "If-Match"?: string;
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateRoleRequest"];
                "application/merge-patch+json": components["schemas"]["UpdateRoleRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    restoreRole: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getRoleHistory: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["HistoryEntryView"][];
                        page: {
                            nextCursor: string | null;
                            prevCursor: string | null;
                            hasMore: boolean;
                            limit: number;
                            total?: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    shareRecord: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                resource: "contacts" | "companies" | "deals" | "activities" | "tasks" | "views";
                id: string;
                granteeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShareRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    unshareRecord: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                resource: "contacts" | "companies" | "deals" | "activities" | "tasks" | "views";
                id: string;
                granteeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    batchContacts: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    batchCompanies: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    batchDeals: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    batchActivities: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    batchTasks: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    batchUsers: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    batchTeams: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    upsertContact: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                system: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            201: {
                headers: {
                    /** @description What became of it. */
                    "Upsert-Outcome"?: "created" | "updated" | "unchanged";
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    upsertCompany: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                system: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            201: {
                headers: {
                    /** @description What became of it. */
                    "Upsert-Outcome"?: "created" | "updated" | "unchanged";
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    upsertDeal: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                system: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            201: {
                headers: {
                    /** @description What became of it. */
                    "Upsert-Outcome"?: "created" | "updated" | "unchanged";
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    upsertActivity: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                system: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            201: {
                headers: {
                    /** @description What became of it. */
                    "Upsert-Outcome"?: "created" | "updated" | "unchanged";
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    upsertTask: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                system: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            201: {
                headers: {
                    /** @description What became of it. */
                    "Upsert-Outcome"?: "created" | "updated" | "unchanged";
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    upsertUser: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                system: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            201: {
                headers: {
                    /** @description What became of it. */
                    "Upsert-Outcome"?: "created" | "updated" | "unchanged";
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    upsertTeam: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                system: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            201: {
                headers: {
                    /** @description What became of it. */
                    "Upsert-Outcome"?: "created" | "updated" | "unchanged";
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    bulkContacts: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    bulkCompanies: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    bulkDeals: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    bulkActivities: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    bulkTasks: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    batchAll: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MixedBatchRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    searchContacts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RecordView"][];
                        page: {
                            nextCursor: string | null;
                            prevCursor: string | null;
                            hasMore: boolean;
                            limit: number;
                            total?: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    searchCompanies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RecordView"][];
                        page: {
                            nextCursor: string | null;
                            prevCursor: string | null;
                            hasMore: boolean;
                            limit: number;
                            total?: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    searchDeals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RecordView"][];
                        page: {
                            nextCursor: string | null;
                            prevCursor: string | null;
                            hasMore: boolean;
                            limit: number;
                            total?: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    searchActivities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RecordView"][];
                        page: {
                            nextCursor: string | null;
                            prevCursor: string | null;
                            hasMore: boolean;
                            limit: number;
                            total?: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    searchTasks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RecordView"][];
                        page: {
                            nextCursor: string | null;
                            prevCursor: string | null;
                            hasMore: boolean;
                            limit: number;
                            total?: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    search: {
        parameters: {
            query: {
                limit?: number;
                /** @description What is searched, separated by commas; everything when absent. */
                in?: string;
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchResultsView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    explainAccess: {
        parameters: {
            query: {
                userId?: string;
                id?: string;
                action: "read" | "create" | "update" | "delete" | "export" | "import" | "merge" | "manage";
                resource: "contact" | "company" | "deal" | "activity" | "task" | "pipeline" | "customField" | "user" | "team" | "role" | "apiKey" | "session" | "event" | "audit" | "export" | "view" | "batch";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessExplanationView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    listTeams: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From `page.nextCursor` or `page.prevCursor` of an answer; bound to filter and sort. */
                cursor?: string;
                /** @description Fields, `-` before one for descending: `-createdAt,lastName`. */
                sort?: string;
                /** @description Words that must all occur, anywhere, ignoring case and accents. */
                q?: string;
                /** @description Adds `page.total`. */
                count?: "exact";
                /** @description The trash instead of the live records. */
                deleted?: "only";
                /** @description `filter[field]=value` or `filter[field][op]=value`; operators: eq, ne, gt, gte, lt, lte, between, in, nin, contains, startsWith, isNull. Custom fields as `customFields.<name>`. */
                filter?: {
                    [key: string]: unknown;
                };
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TeamView"][];
                        page: {
                            nextCursor: string | null;
                            prevCursor: string | null;
                            hasMore: boolean;
                            limit: number;
                            total?: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    createTeam: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTeamRequest"];
            };
        };
        responses: {
            /** @description With `dryRun=true`. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getTeam: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` as it was answered: 304 when the record is still that. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamView"];
                };
            };
            /** @description It is still the version that `If-None-Match` names. */
            304: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    deleteTeam: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description The `ETag` as it was answered: 412 when the record is another now. */
                "If-Match"?: string;
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With `dryRun=true`. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    updateTeam: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description The `ETag` as it was answered: 412 when the record is another now. */
                "If-Match"?: string;
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateTeamRequest"];
                "application/merge-patch+json": components["schemas"]["UpdateTeamRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    restoreTeam: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getTeamHistory: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["HistoryEntryView"][];
                        page: {
                            nextCursor: string | null;
                            prevCursor: string | null;
                            hasMore: boolean;
                            limit: number;
                            total?: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    listApiKeys: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From `page.nextCursor` or `page.prevCursor` of an answer; bound to filter and sort. */
                cursor?: string;
                /** @description Fields, `-` before one for descending: `-createdAt,lastName`. */
                sort?: string;
                /** @description Words that must all occur, anywhere, ignoring case and accents. */
                q?: string;
                /** @description Adds `page.total`. */
                count?: "exact";
                /** @description The trash instead of the live records. */
                deleted?: "only";
                /** @description `filter[field]=value` or `filter[field][op]=value`; operators: eq, ne, gt, gte, lt, lte, between, in, nin, contains, startsWith, isNull. Custom fields as `customFields.<name>`. */
                filter?: {
                    [key: string]: unknown;
                };
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["UsedApiKeyView"][];
                        page: {
                            nextCursor: string | null;
                            prevCursor: string | null;
                            hasMore: boolean;
                            limit: number;
                            total?: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    createApiKey: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateApiKeyRequest"];
            };
        };
        responses: {
            /** @description With `dryRun=true`. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedApiKeyView"] & {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedApiKeyView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` as it was answered: 304 when the record is still that. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsedApiKeyView"];
                };
            };
            /** @description It is still the version that `If-None-Match` names. */
            304: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    deleteApiKey: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With `dryRun=true`. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    listSessions: {
        parameters: {
            query?: {
                limit?: number;
                /** @description From `page.nextCursor` or `page.prevCursor` of an answer; bound to filter and sort. */
                cursor?: string;
                /** @description Fields, `-` before one for descending: `-createdAt,lastName`. */
                sort?: string;
                /** @description Words that must all occur, anywhere, ignoring case and accents. */
                q?: string;
                /** @description Adds `page.total`. */
                count?: "exact";
                /** @description The trash instead of the live records. */
                deleted?: "only";
                /** @description `filter[field]=value` or `filter[field][op]=value`; operators: eq, ne, gt, gte, lt, lte, between, in, nin, contains, startsWith, isNull. Custom fields as `customFields.<name>`. */
                filter?: {
                    [key: string]: unknown;
                };
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["SessionRecordView"][];
                        page: {
                            nextCursor: string | null;
                            prevCursor: string | null;
                            hasMore: boolean;
                            limit: number;
                            total?: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateSessionRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    refreshSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshSessionRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` as it was answered: 304 when the record is still that. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionRecordView"];
                };
            };
            /** @description It is still the version that `If-None-Match` names. */
            304: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            414: components["responses"]["Problem414"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    endSession: {
        parameters: {
            query?: {
                /** @description Answers with 200 what the request would answer, and in `dryRun` the events that it would write; changes nothing. */
                dryRun?: boolean;
            };
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With `dryRun=true`. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dryRun?: components["schemas"]["DryRunView"];
                    };
                };
            };
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    getSigningKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JwksView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
    rotateSigningKeys: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of your choice, such as a UUID: for 48 hours the same request with the same key has one effect and one answer, the second time with `Idempotency-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JwksView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
            504: components["responses"]["Problem504"];
        };
    };
}
