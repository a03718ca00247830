"""Designations: the words chosen for a party or an act, with whose voice chose them."""

from gainsay.annotations.designations.designation import Designation
from gainsay.annotations.designations.find import DesignationSettings, find_designations

__all__ = ["Designation", "DesignationSettings", "find_designations"]
