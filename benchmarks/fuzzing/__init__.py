"""Throws damaged and hostile input at everything that takes any, and looks whether the promises hold."""
