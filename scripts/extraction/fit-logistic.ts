/** A row of features with its class (0 or 1) and how much it counts. */
export interface Sample {
  readonly features: ArrayLike<number>
  readonly target: number
  readonly weight: number
}

/** Weights of a logistic regression on `samples` with an L2 penalty, by Newton's method. */
export function fitLogistic(samples: readonly Sample[], width: number, penalty: number): Float64Array {
  const weights = new Float64Array(width)
  for (let round = 0; round < 30; round++) {
    const hessian = new Float64Array(width * width)
    const gradient = new Float64Array(width)
    for (const { features, target, weight } of samples) {
      let sum = 0
      for (let j = 0; j < width; j++) sum += weights[j]! * features[j]!
      const probability = 1 / (1 + Math.exp(-sum))
      const error = weight * (target - probability)
      const curvature = weight * Math.max(probability * (1 - probability), 1e-6)
      for (let j = 0; j < width; j++) {
        const value = features[j]!
        if (value === 0) continue
        gradient[j]! += error * value
        for (let k = 0; k <= j; k++) hessian[j * width + k]! += curvature * value * features[k]!
      }
    }
    for (let j = 0; j < width; j++) {
      hessian[j * width + j]! += penalty
      gradient[j]! -= penalty * weights[j]!
    }
    const step = solve(hessian, gradient, width)
    let largest = 0
    for (let j = 0; j < width; j++) {
      weights[j]! += step[j]!
      largest = Math.max(largest, Math.abs(step[j]!))
    }
    if (largest < 1e-5) break
  }
  return weights
}

/** Solves a symmetric positive system, given by its lower half, by Cholesky's method. */
function solve(matrix: Float64Array, right: Float64Array, width: number): Float64Array {
  const lower = new Float64Array(width * width)
  for (let j = 0; j < width; j++) {
    for (let k = 0; k <= j; k++) {
      let sum = matrix[j * width + k]!
      for (let m = 0; m < k; m++) sum -= lower[j * width + m]! * lower[k * width + m]!
      lower[j * width + k] = j === k ? Math.sqrt(Math.max(sum, 1e-12)) : sum / lower[k * width + k]!
    }
  }
  const half = new Float64Array(width)
  for (let j = 0; j < width; j++) {
    let sum = right[j]!
    for (let m = 0; m < j; m++) sum -= lower[j * width + m]! * half[m]!
    half[j] = sum / lower[j * width + j]!
  }
  const result = new Float64Array(width)
  for (let j = width - 1; j >= 0; j--) {
    let sum = half[j]!
    for (let m = j + 1; m < width; m++) sum -= lower[m * width + j]! * result[m]!
    result[j] = sum / lower[j * width + j]!
  }
  return result
}
