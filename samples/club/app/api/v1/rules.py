"""The routes of rules."""

import uuid
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response, status

from app.api.records import CONFLICT, NOT_FOUND
from app.core.pages import Page
from app.models.rule import Rule
from app.schemas.rule import RuleCreate, RuleQuery, RuleRead, RuleUpdate
from app.services.rule_service import RuleService

router = APIRouter(prefix="/rules", tags=["rules"])

RuleServiceDep = Annotated[RuleService, Depends()]


@router.get("", response_model=Page[RuleRead])
async def list_rules(service: RuleServiceDep, query: Annotated[RuleQuery, Query()]) -> Page[Rule]:
    return await service.list(query)


@router.post(
    "",
    response_model=RuleRead,
    status_code=status.HTTP_201_CREATED,
    responses=CONFLICT,
)
async def create_rule(
    service: RuleServiceDep, body: RuleCreate, request: Request, response: Response
) -> Rule:
    created = await service.create(body)
    response.headers["Location"] = f"{request.url.path}/{created.id}"
    return created


@router.get(
    "/{rule_id}",
    response_model=RuleRead,
    responses=NOT_FOUND,
)
async def get_rule(service: RuleServiceDep, rule_id: uuid.UUID) -> Rule:
    return await service.get(rule_id)


@router.patch(
    "/{rule_id}",
    response_model=RuleRead,
    responses=NOT_FOUND | CONFLICT,
)
async def update_rule(service: RuleServiceDep, rule_id: uuid.UUID, body: RuleUpdate) -> Rule:
    return await service.update(rule_id, body)


@router.delete(
    "/{rule_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=NOT_FOUND | CONFLICT,
)
async def delete_rule(service: RuleServiceDep, rule_id: uuid.UUID) -> None:
    await service.delete(rule_id)
