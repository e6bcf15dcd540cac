"""The known values of TransactionKind. Others pass: the service may grow."""

from typing import Literal

TransactionKind = Literal[
    "ADMIN_ADJUSTMENT",
    "AUTO_RELOAD",
    "COUPON_CREDIT",
    "CREDIT_PURCHASE",
    "MIGRATION",
    "PAYMENTS",
    "SIGNUP_BONUS",
    "USAGE_DEDUCTION",
]
