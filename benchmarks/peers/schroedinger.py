"""The peer of `benchmarks/run schroedinger`: the same method in numpy and scipy.

Prints a line for each case: its name, the seconds and the evaluations of the right-hand side.
"""

import time

import numpy as np
from scipy.integrate import solve_ivp

LENGTH, POINTS, END = 50.0, 512, 20.0
x = -LENGTH / 2 + np.arange(POINTS) * LENGTH / POINTS
k = 2 * np.pi * np.fft.fftfreq(POINTS, LENGTH / POINTS)
sigma = np.exp(-36 * (np.abs(k) / (2 * np.pi * POINTS / (3 * LENGTH))) ** 36)


def soliton(amplitude, velocity, position):
    return amplitude / np.cosh(amplitude * (x - position)) * np.exp(1j * velocity * x)


def noisy():
    random = np.random.RandomState(42)
    return np.exp(-(x**2) / 50) + 0.01 * (random.randn(POINTS) + 1j * random.randn(POINTS))


CASES = {
    "SOLITON": soliton(2, 1, -10),
    "TWO_SOLITONS": soliton(2, 2, -10) + soliton(1.5, -2, 10),
    "BREATHER": np.sqrt(2) / np.cosh(x) * np.exp(0.5j * x) * (1 + 0.5 * np.cos(x)),
    "MODULATION_INSTABILITY": noisy(),
}
linear = -0.5j * k**2 * sigma
nonlinear = 1j * sigma


def slope(_, spectrum):
    psi = np.fft.ifft(sigma * spectrum)
    return linear * spectrum + nonlinear * np.fft.fft((psi.real**2 + psi.imag**2) * psi)


for name, start in CASES.items():
    began = time.perf_counter()
    solution = solve_ivp(
        slope,
        (0, END),
        np.fft.fft(start),
        method="DOP853",
        rtol=1e-9,
        atol=1e-11,
        max_step=0.1,
        t_eval=np.linspace(0, END, 100),
    )
    waves = np.fft.ifft(solution.y, axis=0)
    print(name, time.perf_counter() - began, solution.nfev, flush=True)
